import type { Claim } from './claim';
import { type Decimal, printDecimal, whole } from './decimal';
import { evaluateReadings, type Figures } from './judge-statement';
import type { Meant } from './one-cause';
import type { ReadNumber, ReadText } from './read-text';

/** 与上年持平, 比上年翻了一番: a change that needs no number. 基本持平 claims nothing exact. */
const unchanged =
  /(?:与|同|和|较|比)(?:上一?年度?|去年度?|前一?年度?|(?:19|20)\d{2}年度?)(?:同期|相比|的|[（(]?[为有共]?\d{1,8}[^\d，。；、（）()]{0,3}[）)]?){0,3}(持平|相同|一致|翻(?:了)?一?番)/g;
/** How far from double 翻番 may be. */
const nearDouble = 0.1;

/** Whether what is said to be the same as last year, or double, is so. */
export function levelClaims(
  read: ReadText,
  { known, lastYear, meant }: { known: Figures; lastYear: Figures | null; meant: Meant },
): Claim[] {
  const { text } = read.plain;
  const figures = read.sentences.flatMap((sentence) => sentence.figures);
  const levels = figures.filter((number) => !number.change && number.unit !== '%');
  return [...text.matchAll(unchanged)].flatMap((match) => {
    const end = match.index + match[0].length;
    const next = figures[firstFrom(figures, match.index)];
    const named = next && next.end <= end ? next : undefined;
    const level = lastUntil(levels, match.index);
    if (!level?.value || level.hedge || level.sentence.start > match.index || level.sentence.end < end) return [];
    const now = amountOf(level);
    const bases = named ? [amountOf(named)] : [...new Set(basesOf(level, now, known, lastYear))];
    if (bases.length === 0) return [];
    const isDouble = match[1]?.startsWith('翻') ?? false;
    const isSo = (level: number, base: number): boolean =>
      isDouble ? base > 0 && Math.abs(level / base - 2) <= nearDouble : level === base;
    const mended = (meant.get(level.start) ?? []).find((value) => bases.some((base) => isSo(amountOf({ value }), base)));
    const agrees = bases.some((base) => isSo(now, base));
    const holds = agrees || mended !== undefined;
    return [
      {
        rule: 'n-yoy' as const,
        verdict: holds ? ('agrees' as const) : ('disagrees' as const),
        start: match.index,
        end,
        stated: match[1] ?? '',
        tried: bases.map((base) => ({ zh: `${base}→${now}`, en: `${base} → ${now}`, value: changeSaid(now - base, level.unit) })),
        cells: [],
        ...(mended && !agrees ? { holdsBy: { at: level.start, value: mended } } : {}),
      },
    ];
  });
}

/** Of numbers in order: how many begin before a place. */
function firstFrom(numbers: readonly ReadNumber[], offset: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as ReadNumber).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lastUntil(numbers: readonly ReadNumber[], end: number): ReadNumber | undefined {
  const index = firstFrom(numbers, end) - 1;
  const last = numbers[index];
  return last && last.end > end ? numbers[index - 1] : last;
}

function changeSaid(difference: number, unit: string | null): string {
  return difference === 0 ? '持平' : `${difference > 0 ? '增加' : '减少'}${printDecimal(whole(Math.abs(difference)))}${unit ?? ''}`;
}

function basesOf({ statement }: ReadNumber, now: number, known: Figures, lastYear: Figures | null): number[] {
  if (!statement || !lastYear) return [];
  const current = evaluateReadings(statement, known);
  const fitting = current.filter(({ values }) => values.includes(now)).map(({ zh }) => zh);
  return evaluateReadings(statement, lastYear)
    .filter(({ zh }) => fitting.length === 0 || fitting.includes(zh))
    .flatMap(({ values }) => values);
}

function amountOf({ value }: { value: Decimal | null }): number {
  return value ? value.unscaled / 10 ** value.decimals : 0;
}
