import { readChineseNumeral } from '../figures';
import { type Decimal, readDecimal, whole } from './decimal';
import { type Hedge, hedgesAfter, hedgesAfterUnit, hedgesBefore } from './patterns/hedges';
import { countUnits, measureUnits, multipliers } from './patterns/units';

/** A number as it stands in a plain text. Offsets are half-open, in the plain text. */
export interface NumberInText {
  start: number;
  /** Behind the number, its hedge and 万/亿, before the unit. */
  end: number;
  /** Behind the unit. */
  unitEnd: number;
  /** As written, with 万 and hedge, without the unit. */
  raw: string;
  /** Null for a run of digits too long to be a quantity. */
  value: Decimal | null;
  unit: string | null;
  hedge: Hedge | null;
  script: 'digits' | 'chinese';
}

const run = /\d+(?:\.\d+)?|[〇零一二两三四五六七八九十百千万亿]+/g;
const scale = new RegExp(`^(?:${Object.keys(multipliers).sort(longestFirst).join('|')})`);
const unit = new RegExp(`^(?:${[...measureUnits, ...countUnits].sort(longestFirst).join('|')})`);

/**
 * Every run of digits and every Chinese numeral, in order; whether it says anything is decided by its type.
 *
 * @returns `20余家` as { raw: '20余', value: 20, hedge: 'more', unit: '家' }, `1.2万次` with value 12000
 */
export function findNumbers(plain: string): NumberInText[] {
  const found: NumberInText[] = [];
  for (const match of plain.matchAll(run)) {
    const start = match.index;
    const before = found.at(-1);
    if (before && start < before.unitEnd) continue;
    found.push(/^\d/.test(match[0]) ? digits(plain, start, match[0]) : chinese(plain, start, match[0]));
  }
  return found;
}

function digits(plain: string, start: number, raw: string): NumberInText {
  let end = start + raw.length;
  const inner = hedgeAt(plain, end);
  const scaled = scale.exec(plain.slice(end + (inner?.length ?? 0), end + (inner?.length ?? 0) + 2))?.[0];
  const isScaled = scaled !== undefined && !(scaled === '百' && plain[end + 1] === '分');
  if (inner) end += inner.length;
  if (isScaled) end += scaled.length;
  return finish({
    plain,
    start,
    end,
    value: readDecimal(raw, isScaled ? multipliers[scaled] : 0),
    hedge: inner?.hedge ?? null,
    script: 'digits',
  });
}

function chinese(plain: string, start: number, raw: string): NumberInText {
  const numeral = readChineseNumeral(raw);
  const end = start + raw.length;
  const inner = hedgeAt(plain, end);
  const value = numeral === null || !Number.isSafeInteger(numeral) ? null : whole(numeral);
  return finish({ plain, start, end: end + (inner?.length ?? 0), value, hedge: inner?.hedge ?? null, script: 'chinese' });
}

interface Draft {
  plain: string;
  start: number;
  end: number;
  value: Decimal | null;
  hedge: Hedge | null;
  script: NumberInText['script'];
}

function finish({ plain, start, end, value, hedge, script }: Draft): NumberInText {
  let from = end;
  let late: Hedge | null = null;
  const behind = hedge ? undefined : hedgeAt(plain, from);
  if (behind) {
    from += behind.length;
    late = behind.hedge;
  }
  const measured = unit.exec(plain.slice(from, from + 4))?.[0] ?? null;
  const unitEnd = from + (measured?.length ?? 0);
  const afterUnit = plain.slice(unitEnd, unitEnd + 2);
  const lead = plain.slice(Math.max(0, start - 3), start);
  return {
    start,
    end: from,
    unitEnd,
    raw: plain.slice(start, from),
    value,
    unit: measured,
    hedge:
      hedge ??
      late ??
      hedgesAfterUnit.find((word) => word.pattern.test(afterUnit))?.hedge ??
      hedgesBefore.find((word) => word.pattern.test(lead))?.hedge ??
      null,
    script,
  };
}

function hedgeAt(plain: string, at: number): { hedge: Hedge; length: number } | undefined {
  const text = plain.slice(at, at + 5);
  for (const { pattern, hedge } of hedgesAfter) {
    const length = pattern.exec(text)?.[0].length;
    if (length) return { hedge, length };
  }
  return undefined;
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}
