import { type ProseKey, proseKeys } from '../../formats';
import { saidIn } from '../../narrative/place';
import { proseIn } from '../../report/prose-in';
import type { CheckSubject } from '../../subject';
import type { Check, CheckResult, FindingDraft } from '../check';
import { isQuoted, namedYears, writtenYear as year, yearOf } from '../named-years';

const space = '[\\s\\u3000]*';
const statedPeriod = new RegExp(
  `(${year})${space}年${space}1${space}月${space}1${space}日[^。；，,]{0,8}?(?:(${year})${space}年${space})?12${space}月${space}31${space}日`,
  'g',
);
const statedTitle = new RegExp(`(${year})${space}年度?${space}政府信息公开(?:工作)?年度报告`, 'g');
/** 比, 较, 同比, 与…相比 and the like: last year is named on purpose; as it is beside the report's own year. */
const comparison = /同比|环比|相比|比|较|上年|上一年|去年|以来|至今|起|结转|截至|制定|印发|出台/;

export const xYear: Check = {
  id: 'x-year',
  sentence: {
    zh: '标题、统计期限的年份应为本年度；正文中没有误留的上年年份。',
    en: "Title and period name the report's own year, and no year of last year's text was left in.",
  },
  severity: 'must_fix',
  weighsOtherwise: [
    {
      severity: 'hint',
      when: {
        zh: '正文中单独出现的上年、下年年份：可能是误留，也可能本来如此。',
        en: 'a year before or after that stands alone in a text: left in by mistake, or meant.',
      },
      example: { title: 'last year stands alone', texts: { '1': '2022年，我区公开信息98条。' } },
    },
  ],
  source: '国办公开办函〔2021〕30号：统计期限为本年度1月1日至12月31日',
  appliesTo: (subject) => subject.kind !== 'filing',
  run: (subject) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    let looked = 0;
    const prose = proseIn(subject);
    for (const key of proseKeys) {
      const text = prose[key];
      if (!text) continue;
      looked += 1;
      const wrong = [...wrongPeriods(subject, key, text), ...wrongTitles(subject, key, text)];
      result.findings.push(...wrong, ...leftOver(subject, key, text, wrong));
    }
    if (looked === 0) result.notCheckable.push({ cells: [], why: { zh: '没有正文。', en: 'There is no text.' } });
    else if (result.findings.length === 0) result.passed = 1;
    return result;
  },
  examples: {
    passing: {
      title: 'the period of 2023, a comparison and a 文号 of 2022',
      texts: {
        preamble: '统计期限为2023年1月1日至2023年12月31日。',
        '1': '较2022年增长一成；2023年受理74件、2022年受理85件；落实《2022年工作要点》和〔2022〕5号文。',
      },
    },
    failing: { title: 'the period of the year before', texts: { preamble: '统计期限为2022年1月1日至2022年12月31日。' } },
    blank: { title: 'no text' },
  },
};

/** Outside the preamble a span of years may be anything, e.g. how long a plan runs, unless it is said to be what was counted. */
function wrongPeriods(subject: CheckSubject, key: ProseKey, text: string): FindingDraft[] {
  return [...text.matchAll(statedPeriod)].flatMap((match) => {
    if (key !== 'preamble' && !sentenceAround(text, match.index).includes('统计')) return [];
    const stated = [match[1], match[2]].flatMap((named) => (named ? [yearOf(named)] : []));
    const wrong = stated.find((named) => named !== subject.year);
    return wrong === undefined
      ? []
      : [finding(subject, { key, said: match[0], start: match.index, stated: wrong, what: { zh: '统计期限', en: 'The period' } })];
  });
}

/** Only the preamble speaks of this report's own title; elsewhere, and in 《》, other reports are named. */
function wrongTitles(subject: CheckSubject, key: ProseKey, text: string): FindingDraft[] {
  if (key !== 'preamble') return [];
  return [...text.matchAll(statedTitle)].flatMap((match) => {
    const stated = yearOf(match[1] ?? '');
    if (stated === subject.year || isQuoted(text, match.index)) return [];
    return [finding(subject, { key, said: match[0], start: match.index, stated, what: { zh: '标题', en: 'The title' } })];
  });
}

function leftOver(subject: CheckSubject, key: ProseKey, text: string, wrong: readonly FindingDraft[]): FindingDraft[] {
  return namedYears(text).flatMap(({ year: named, said, start }) => {
    const isAhead = named === subject.year + 1;
    if (!isAhead && named !== subject.year - 1) return [];
    if (wrong.some(({ place }) => place && place.start <= start && start < place.end)) return [];
    const sentence = sentenceAround(text, start);
    if (isAhead && !isToldAsDone(text, start + said.length)) return [];
    if (comparison.test(sentence) || sentence.includes(`${subject.year}年`)) return [];
    const where = saidIn(key);
    const what = { zh: where.zh, en: `The ${where.en}` };
    return [{ ...finding(subject, { key, said, start, stated: named, what }), weighsAs: 'hint' as const }];
  });
}

/** 2025年，我局受理120件 in the report on 2024 tells as done what is still ahead; 2025年将… is a plan, 2025年1月 a date. */
function isToldAsDone(text: string, at: number): boolean {
  const clause = text.slice(at, at + 60).split(/[。；\n]/)[0] ?? '';
  return !/^[\s\u3000]*\d|将|拟|计划|打算|下一步|争取|力争|要|需|预计|目标/.test(clause) && told.test(clause);
}

const told = /(?:受理|收到|办结|答复|公开|发布|制发|印发|举办|召开|组织|开展|完成|贯彻|落实|坚持)/;

function finding(
  subject: CheckSubject,
  { key, said, start, stated, what }: { key: ProseKey; said: string; start: number; stated: number; what: { zh: string; en: string } },
): FindingDraft {
  const end = start + said.length;
  return {
    cells: [],
    place: { text: key, start, end, snippet: said },
    left: stated,
    right: subject.year,
    difference: stated - subject.year,
    message: {
      zh: `${what.zh}写的是 ${stated} 年（“${said}”），本报告是 ${subject.year} 年度，相差 ${Math.abs(stated - subject.year)} 年。请核对年份。`,
      en: `${what.en} says ${stated} ("${said}"), this report is on ${subject.year}; they differ by ${Math.abs(stated - subject.year)}. Check the year.`,
    },
  };
}

function sentenceAround(text: string, at: number): string {
  const from = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, at))) + 1;
  const ends = ['。', '；', '\n'].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0);
  return text.slice(from, ends.length > 0 ? Math.min(...ends) : text.length);
}
