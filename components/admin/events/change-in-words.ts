import type { Language } from '../../messages/language';
import { messagesIn } from '../../messages/messages-provider';
import { momentText } from '../moment-text';

const labels: Record<string, Record<Language, string>> = {
  name: { zh: '名称', en: 'name' },
  kind: { zh: '类型', en: 'kind' },
  powers: { zh: '职权', en: 'powers' },
  opensOn: { zh: '设立日期', en: 'exists from' },
  closesOn: { zh: '撤销日期', en: 'closed on' },
  needsSignOff: { zh: '报送前须签字', en: 'signs before submission' },
  isActive: { zh: '可登录', en: 'can sign in' },
  dueOn: { zh: '期限', en: 'due' },
  openedAt: { zh: '开放时间', en: 'opened' },
  unit: { zh: '计量单位', en: 'unit' },
  addsUp: { zh: '时点', en: 'kind' },
  overUnits: { zh: '跨单位', en: 'over units' },
  exactness: { zh: '精确度', en: 'exactness' },
  definition: { zh: '口径', en: 'definition' },
  ownerUnitId: { zh: '牵头单位', en: 'unit in charge' },
  askedOf: { zh: '填报单位', en: 'asked of' },
  sort: { zh: '顺序', en: 'order' },
};

/** What a change changed, key by key; a key that stayed the same is not told. */
export function changeInWords(before: Record<string, unknown> | null, after: Record<string, unknown>, language: Language): string {
  const parts = Object.keys(after).flatMap((key) => {
    const [old, next] = [before?.[key], after[key]];
    if (JSON.stringify(old) === JSON.stringify(next)) return [];
    const label = labels[key]?.[language] ?? key;
    const to = valueInWords(key, next, language);
    return [before && key in before ? `${label} ${valueInWords(key, old, language)} → ${to}` : `${label} ${to}`];
  });
  if (parts.length === 0) return language === 'zh' ? '没有变化' : 'nothing changed';
  return parts.join(language === 'zh' ? '；' : '; ');
}

function valueInWords(key: string, value: unknown, language: Language): string {
  const { office } = messagesIn(language);
  const none = language === 'zh' ? '（空）' : '(blank)';
  if (key === 'askedOf') return Array.isArray(value) ? office.indicators.askedCount(value.length) : office.indicators.askedAll;
  if (value === null || value === undefined || value === '') return none;
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? none : value.map((one) => named(office.units.powerNames, String(one))).join(' ');
  if (key === 'addsUp') return named(office.indicators.addsUpShort, String(value));
  if (key === 'overUnits') return named(office.indicators.overUnitsOf, String(value));
  if (key === 'exactness') return named(office.indicators.exactnessShort, String(value));
  if (key === 'kind') return named(office.units.kinds, String(value));
  return key === 'openedAt' ? momentText(String(value)) : String(value);
}

function named(names: Record<string, string>, key: string): string {
  return names[key] ?? key;
}
