import type { Claim, GrowthEnd } from './claim';
import { compare, type Decimal, minus, percent, printDecimal, whole } from './decimal';
import { evaluateReadings, type Figures } from './judge-statement';
import type { Meant } from './one-cause';
import type { ReadNumber } from './read-text';
import type { Statement } from './statement';

interface About {
  text: string;
  reportYear: number;
}

interface GrowthParts extends About {
  figures: readonly ReadNumber[];
  index: number;
  /** Statement of the words in front of 同比 when no number stands there: `受理量同比增长12.2%`. */
  named: Statement | null;
  known: Figures;
  lastYear: Figures | null;
  meant: Meant;
}

/** How many numbers back the level may stand that changed. */
const farthest = 8;

/** One population in both years, with its value now and then. */
interface Pair {
  zh: string;
  en: string;
  now: Decimal;
  before: Decimal;
}

/**
 * Recomputes a change against last year, the same reading in both years. Last year's value is the one the sentence
 * names, or that of last year's report.
 *
 * @returns null for a local figure whose value last year nobody wrote down
 */
export function judgeGrowth({ text, reportYear, figures, index, named, known, lastYear, meant }: GrowthParts): Claim | null {
  const about = { text, reportYear };
  const number = figures[index] as ReadNumber;
  if (!number.change || number.value === null || number.hedge) return null;
  if (/百分点/.test(number.unit ?? '')) return judgePoints({ text, reportYear, figures, index });
  const isTimes = number.unit === '倍';
  const level = named ? null : levelBefore(figures, index, 'this_year', about);
  const statement = named ?? level?.statement ?? null;
  const stated = levelBefore(figures, index, 'last_year', about) ?? baseBehind(figures, index, about);
  // The base that is written down is meant, whatever last year's report says; that is another question.
  const written = pairsInSentence(level, stated);
  const pairs = written.length > 0 ? written : pairsOfReports(statement, level, known, lastYear);
  if (pairs.length === 0) return statement ? claimOf(number, [], 'not_checkable') : null;
  const claimed = number.change === 'down' ? { ...number.value, unscaled: -number.value.unscaled } : number.value;
  const results = pairs
    .filter((pair) => (number.unit !== '%' && !isTimes) || pair.before.unscaled > 0)
    .map((pair) => ({ ...pair, change: changeOf(pair, number, claimed.decimals) }));
  if (results.length === 0) return claimOf(number, [], 'not_checkable');
  const agrees = results.some(({ change }) => compare(change, claimed) === 0);
  const holds = (now: Decimal, before: Decimal): boolean =>
    (before.unscaled > 0 || (number.unit !== '%' && !isTimes)) &&
    compare(changeOf({ zh: '', en: '', now, before }, number, claimed.decimals), claimed) === 0;
  const holdsBy = agrees ? null : mendedGrowth({ level, base: stated, pairs, meant, holds });
  if (holdsBy) return { ...claimOf(number, [], 'agrees'), holdsBy };
  const claim = claimOf(
    number,
    results.map(({ zh, en, now, before, change }) => ({
      zh: `${zh}${printDecimal(before)}→${printDecimal(now)}`,
      en: `${en}${printDecimal(before)} → ${printDecimal(now)}`,
      value: `${printDecimal(change)}${number.unit ?? ''}`,
      write: changeSaid(change, number.unit),
    })),
    agrees ? 'agrees' : 'disagrees',
  );
  const [levelEnd, baseEnd] = [level, stated].map((end) => end && endOf(end));
  return written.length > 0 && levelEnd && baseEnd
    ? { ...claim, growth: { level: levelEnd, base: baseEnd, claimed, unit: number.unit } }
    : claim;
}

function endOf({ start, raw, unit, value }: ReadNumber): GrowthEnd | null {
  return value && { at: start, stated: `${raw}${unit ?? ''}`, unit, value };
}

interface MendedGrowth {
  level: ReadNumber | null;
  base: ReadNumber | null;
  pairs: readonly Pair[];
  meant: Meant;
  holds: (now: Decimal, before: Decimal) => boolean;
}

/** The number found wrong that makes the change right when it is mended: this year's, or last year's. */
function mendedGrowth({ level, base, pairs, meant, holds }: MendedGrowth): Claim['holdsBy'] | null {
  const asLevel = level && (meant.get(level.start) ?? []).find((value) => pairs.some(({ before }) => holds(value, before)));
  if (level && asLevel) return { at: level.start, value: asLevel };
  const asBase = base && (meant.get(base.start) ?? []).find((value) => pairs.some(({ now }) => holds(now, value)));
  return base && asBase ? { at: base.start, value: asBase } : null;
}

/** 增长50%, 减少20件. */
function changeSaid(change: Decimal, unit: string | null): string {
  const isRate = unit === '%' || unit === '倍';
  const words = isRate ? ['增长', '下降'] : ['增加', '减少'];
  if (change.unscaled === 0) return '持平';
  return `${change.unscaled > 0 ? words[0] : words[1]}${printDecimal({ ...change, unscaled: Math.abs(change.unscaled) })}${unit ?? ''}`;
}

function changeOf({ now, before }: Pair, number: ReadNumber, decimals: number): Decimal {
  const difference = minus(now, before);
  if (number.unit === '倍') return { unscaled: percent(difference, before, decimals).unscaled, decimals: decimals + 2 };
  return number.unit === '%' ? percent(difference, before, decimals) : difference;
}

function claimOf(number: ReadNumber, tried: Claim['tried'], verdict: Claim['verdict']): Claim {
  const direction = number.change === 'down' ? '下降' : '增长';
  const start = Math.max(number.context.clause.start, number.context.left.start);
  return { rule: 'n-yoy', verdict, start, end: number.unitEnd, stated: `${direction}${number.raw}${number.unit ?? ''}`, tried, cells: [] };
}

function levelBefore(figures: readonly ReadNumber[], index: number, frame: Statement['frame'], about: About): ReadNumber | null {
  for (let at = index - 1; at >= Math.max(0, index - farthest); at -= 1) {
    const other = figures[at] as ReadNumber;
    if (other.unit === '%' || other.change || other.value === null) continue;
    const otherFrame = isOfLastYear(other, about) ? 'last_year' : 'this_year';
    if (otherFrame === frame) return other;
  }
  return null;
}

/** `较上年的74件增长…`: the number stands behind 较上年. */
function isOfLastYear(number: ReadNumber, { text, reportYear }: About): boolean {
  const lead = text.slice(Math.max(number.sentence.start, number.start - 24), number.start);
  return (
    new RegExp(
      `(?:[较比由从]|相比|同期|与)?(?:上一?年度?|去年度?|${reportYear - 1}年度?)(?:同期)?[^，。；、\\d]{0,10}[（(]?(?:的|为|是|有|共)?$`,
    ).test(lead) ||
    number.statement?.frame === 'last_year' ||
    number.context.before.some((token) => token.role === 'last_year' && !/20\d\d/.test(token.text))
  );
}

/** The base behind the change: `增长30%（上年为100件）`. */
function baseBehind(figures: readonly ReadNumber[], index: number, about: About): ReadNumber | null {
  const next = figures[index + 1];
  const number = figures[index] as ReadNumber;
  return next && !next.change && next.value && next.unit !== '%' && next.start - number.unitEnd < 24 && isOfLastYear(next, about)
    ? next
    : null;
}

/** 占比86.9%，较上年的83.7%提高3.2个百分点: two shares that are both named. */
function judgePoints({ figures, index, ...about }: About & Pick<GrowthParts, 'figures' | 'index'>): Claim | null {
  const number = figures[index] as ReadNumber;
  const shares = figures.slice(Math.max(0, index - farthest), index).filter((other) => other.unit === '%' && !other.change && other.value);
  const before = shares.find((other) => isOfLastYear(other, about));
  const now = shares.findLast((other) => !isOfLastYear(other, about));
  if (!before?.value || !now?.value || !number.value) return null;
  const pair = { zh: '', en: '', now: now.value, before: before.value };
  const change = minus(pair.now, pair.before);
  const claimed = number.change === 'down' ? { ...number.value, unscaled: -number.value.unscaled } : number.value;
  const tried = [
    {
      zh: `${printDecimal(pair.before)}%→${printDecimal(pair.now)}%`,
      en: `${printDecimal(pair.before)}% → ${printDecimal(pair.now)}%`,
      value: `${printDecimal(change)}${number.unit}`,
      write: changeSaid(change, number.unit),
    },
  ];
  return claimOf(number, tried, compare(change, claimed) === 0 ? 'agrees' : 'disagrees');
}

function pairsInSentence(level: ReadNumber | null, stated: ReadNumber | null): Pair[] {
  if (!level?.value || !stated?.value || level.unit !== stated.unit) return [];
  return [{ zh: '', en: '', now: level.value, before: stated.value }];
}

function pairsOfReports(statement: Statement | null, level: ReadNumber | null, known: Figures, lastYear: Figures | null): Pair[] {
  if (!statement || !lastYear) return [];
  const now = evaluateReadings(statement, known);
  const before = evaluateReadings(statement, lastYear);
  return before.flatMap((reading) => {
    const same = now.find((one) => one.zh === reading.zh);
    const values = level?.value ? [level.value] : (same?.values ?? []).map(whole);
    return values.flatMap((value) =>
      reading.values.map((last) => ({ zh: reading.zh, en: `${reading.en}: `, now: value, before: whole(last) })),
    );
  });
}
