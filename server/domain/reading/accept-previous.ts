import type { Sentence } from '../sentence';
import type { ReportContent } from '../subject';

export type PreviousAnswer = { accepted: true; warnings: readonly Sentence[] } | { accepted: false; why: Sentence };

/**
 * Whether one report is last year's of another: same scope, the year before, organs whose names share a core. Another way of
 * writing the same organ is accepted with a warning.
 */
export function acceptPrevious(
  report: Omit<ReportContent, 'figures' | 'texts'>,
  previous: Omit<ReportContent, 'figures' | 'texts'>,
): PreviousAnswer {
  if (previous.scope !== report.scope)
    return refused(
      `上年报告的口径是“${scopeNames[previous.scope].zh}”，本年是“${scopeNames[report.scope].zh}”，两种口径不能相比。请换成同一口径的报告。`,
      `The previous report is ${scopeNames[previous.scope].en}, this one is ${scopeNames[report.scope].en}; the two cannot be compared. Give the report of the same scope.`,
    );
  if (previous.year !== report.year - 1)
    return refused(
      `上年报告的年份是 ${previous.year}，应为 ${report.year - 1}。请换成 ${report.year - 1} 年度的报告。`,
      `The previous report is on ${previous.year}, ${report.year - 1} is needed. Give the report on ${report.year - 1}.`,
    );
  const [now, before] = [coreOf(report.organ), coreOf(previous.organ)];
  if (!sharesCore(now, before))
    return refused(
      `上年报告的机关是“${previous.organ}”，本年是“${report.organ}”，不像同一机关。请换成同一机关的报告。`,
      `The previous report is by “${previous.organ}”, this one by “${report.organ}”; they do not look like one organ. Give a report of the same organ.`,
    );
  if (previous.organ === report.organ) return { accepted: true, warnings: [] };
  return {
    accepted: true,
    warnings: [
      {
        zh: `两份报告的机关名称写法不同：“${previous.organ}”“${report.organ}”，按同一机关核对，请确认。`,
        en: `The organ is written differently, “${previous.organ}” and “${report.organ}”; they were taken as one. Confirm.`,
      },
    ],
  };
}

const scopeNames = { own_organ: { zh: '本机关', en: 'own-organ' }, consolidated: { zh: '汇总', en: 'consolidated' } };

function refused(zh: string, en: string): PreviousAnswer {
  return { accepted: false, why: { zh, en } };
}

const remarks = /（[^）]*）|\([^)]*\)|\s/g;
const kinds = /(?:人民政府|政府|办公厅|办公室|管理委员会|管委会|委员会|办事处|街道办|管理局|局|厅|委)+$/;

/** `上海市虹口区人民政府办公室（本机关口径）` → 虹口区: what is left when remarks, kinds of organ and the places above it are taken off. */
export function coreOf(organ: string): string {
  const bare = organ.normalize('NFKC').replace(remarks, '');
  let core = bare;
  while (kinds.test(core) && core.replace(kinds, '') !== '') core = core.replace(kinds, '');
  const lower = core.replace(/^.*?(?:省|自治区)(?=.{2,})/, '').replace(/^[^市]{2,6}市(?=.{2,})/, '');
  return lower === '' ? bare : lower;
}

/** Whether two names may be one organ's: they share a core, however each is written. */
export function mayBeSameOrgan(a: string, b: string): boolean {
  return sharesCore(coreOf(a), coreOf(b));
}

function sharesCore(a: string, b: string): boolean {
  if (a === b || a.endsWith(b) || b.endsWith(a)) return true;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  for (let start = 0; start + 2 <= shorter.length; start += 1) {
    const piece = shorter.slice(start, start + 2);
    if (!/[省市区县镇乡]/.test(piece) && longer.includes(piece)) return true;
  }
  return false;
}
