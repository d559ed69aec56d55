import type { ReportContent, Scope } from '../subject';
import { mayBeSameOrgan } from './accept-previous';
import type { Problem } from './problem';

/** The report that a file is meant to be. */
export interface MeantReport {
  organ: string;
  /** Null: whichever year the file is on. */
  year: number | null;
  /** The scopes that unit has a report of. */
  scopes: readonly Scope[];
  /** Somebody has said that the two names are one organ. */
  isSameOrgan: boolean;
}

const scopeNames = {
  own_organ: { zh: '本机关（own_organ）', en: 'own organ (own_organ)' },
  consolidated: { zh: '汇总（consolidated）', en: 'consolidated' },
};

/** Why a report that was read is not the one that is meant: where it says so, what is wrong, how to mend it. Empty when it is. */
export function misfitsOf(content: Pick<ReportContent, 'organ' | 'year' | 'scope'>, meant: MeantReport): Problem[] {
  const problems: Problem[] = [];
  if (meant.year !== null && content.year !== meant.year)
    problems.push({
      where: 'year',
      what: {
        zh: `文件是 ${content.year} 年度的，这里要的是 ${meant.year} 年度。`,
        en: `The file is on ${content.year}; ${meant.year} is wanted here.`,
      },
      how: {
        zh: `请换成 ${meant.year} 年度的文件，或者到 ${content.year} 年度采用它。`,
        en: `Choose the file of ${meant.year}, or adopt this one under ${content.year}.`,
      },
    });
  if (!meant.scopes.includes(content.scope))
    problems.push({
      where: 'scope',
      what: {
        zh: `文件的口径是${scopeNames[content.scope].zh}，“${meant.organ}”没有这一口径的年报。`,
        en: `The file is ${scopeNames[content.scope].en}; “${meant.organ}” has no such report.`,
      },
      how: {
        zh: '请选另一个单位，或者换成本机关口径的文件。',
        en: 'Choose another unit, or the file of the other scope.',
      },
    });
  if (!meant.isSameOrgan && !mayBeSameOrgan(meant.organ, content.organ))
    problems.push({
      where: 'organ',
      what: {
        zh: `文件的机关是“${content.organ}”，所选单位是“${meant.organ}”，不像同一机关。`,
        en: `The file is by “${content.organ}”, the unit is “${meant.organ}”; they do not look like one organ.`,
      },
      how: {
        zh: '请选对单位；确为同一机关（例如改过名）的，请勾选“确为同一机关”。',
        en: 'Choose the right unit; if they are one organ (renamed, say), tick “it is the same organ”.',
      },
    });
  return problems;
}
