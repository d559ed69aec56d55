import type { CheckSubject } from '../subject';
import type { Statement } from './statement';

/** Whose report it is: what decides which organ is its own, another, the whole or a part. */
export type Whose = Pick<CheckSubject, 'organ' | 'scope'>;

/**
 * Whether a statement tells of a part of what its cell counts: a half-year, a channel; one organ in a report of the whole;
 * another organ in an organ's own report. What the own report tells of its own organ, by whatever name, is the whole of it.
 */
export function isPartOf({ isPartial, organ }: Statement, { scope, organ: own }: Whose): boolean {
  if (isPartial) return true;
  return organ !== null && (scope === 'consolidated' || !isOwn(organ, own));
}

/** 全区 in the report of one organ may be the whole territory, or loose for itself: worth a question, no more. */
export function mayBeWider({ territory }: Statement, { scope, organ }: Whose): boolean {
  const isTown = /[镇乡]/.test(territory ?? '') && /[镇乡]/.test(organ);
  return territory !== null && !isTown && scope === 'own_organ';
}

/** Whether a named organ (`县人社局`, `东湖街道`, `本部门`) is the one that reports, by its full name or a shorter one. */
export function isOwn(named: string, own: string): boolean {
  if (/[本我该](?:[^，。；]{0,4}(?:局|委|办|厅|会|室|心|位|关)|部门|街道(?:办事处)?|[镇乡](?:人民政府|政府)?)$/.test(named)) return true;
  if (/政府|本级/.test(named) && /政府|管委会|管理委员会/.test(own))
    return !/(?:街道|[镇乡])(?:人民政府|政府)$/.test(named) || isNamesake(named, own);
  if (/(?:街道(?:办事处)?|[镇乡](?:人民政府|政府)?)$/.test(named)) return isNamesake(named, own);
  if (/部门$/.test(named)) return bare.test(named.slice(0, -2)) && !/人民政府$/.test(own);
  for (let length = Math.min(6, named.length); length >= 3; length -= 1) if (isWithin(named.slice(-length), own)) return true;
  return false;
}

/** Nothing stands in front of the word that could be a name. */
const bare = /(?:^|[，。；：、\s\d年]|全|全年|年度|年内|以来|期间)$/;

/** 东湖街道 in the report of 东湖街道办事处; 街道 alone is the street that reports. */
function isNamesake(named: string, own: string): boolean {
  const kind = /(街道|[镇乡])(?:办事处|人民政府|政府)?$/.exec(named);
  const type = kind?.[1] ?? '';
  if (!kind || !own.includes(type)) return false;
  const name = named.slice(0, kind.index);
  return bare.test(name) || own.includes(`${name.slice(-2)}${type}`);
}

/** The characters of a short name in their order: 人社局 within 人力资源和社会保障局. */
function isWithin(short: string, full: string): boolean {
  let at = 0;
  for (const character of short) {
    at = full.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
