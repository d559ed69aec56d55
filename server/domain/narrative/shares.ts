import type { Claim } from './claim';
import { compare, type Decimal, percent, printDecimal, whole } from './decimal';
import { evaluateSum } from './evaluate-sum';
import type { Figures } from './judge-statement';
import { evaluateReadings } from './judge-statement';
import type { Meant } from './one-cause';
import type { ReadNumber } from './read-text';
import type { Statement } from './statement';

/** `占…44.05%`, `占比44.05%`; 占地 and the like are not shares. */
const share = /(?:占(?!地|道|用|领|线|据)[^，。；、（）()]{0,30}|(?:比例|比重|占比)(?:为|达到?|是)?)$/;

/** How many numbers back a whole or a part may stand. */
const farthest = 16;

interface Base {
  zh: string;
  en: string;
  value: Decimal;
}

interface ShareParts {
  text: string;
  figures: readonly ReadNumber[];
  index: number;
  /** Statement of the words in front of 占 when no number stands there: `自然人占95%`. */
  named: Statement | null;
  known: Figures;
  /** The whole that a part (by its place) is said to belong to. */
  wholes: ReadonlyMap<number, ReadNumber>;
  meant: Meant;
}

/**
 * Recomputes a share half-up to its printed decimals. The part is the number before it, or the cell its words name; the
 * base is whatever the sentence or the table may mean by the whole.
 *
 * @returns null when the number is no share, or is a share of something no table and no sentence holds
 */
export function judgeShare({ text, figures, index, named, known, wholes, meant: mended }: ShareParts): Claim | null {
  const number = figures[index] as ReadNumber;
  const lead = text.slice(Math.max(number.sentence.start, number.context.left.start), number.start);
  const said = share.exec(lead);
  if (number.unit !== '%' || number.change || number.hedge || number.value === null || !said) return null;
  const part = named ? null : partBefore(figures, index);
  if ((!part && !named) || part?.hedge) return null;
  const statement = named ?? part?.statement ?? null;
  const numerators = part
    ? [part.value as Decimal]
    : evaluateReadings(named as Statement, known).flatMap((reading) => reading.values.map(whole));
  const table = statement && statement.frame === 'this_year' ? tableBases(statement, known) : { bases: [], isComplete: true };
  const meant = part ? wholes.get(part.start) : undefined;
  const sentence = part ? [...(meant?.value ? [{ zh: '', en: '', value: meant.value }] : []), ...sentenceBases(figures, index, part)] : [];
  const bases = [...table.bases, ...sentence];
  if (numerators.length === 0 || bases.length === 0) return statement ? claimOf(number, said, [], 'not_checkable') : null;
  const shares = bases
    .filter((base) => base.value.unscaled > 0)
    .flatMap((base) =>
      numerators.map((numerator) => ({ ...base, share: percent(numerator, base.value, number.value?.decimals ?? 0), numerator })),
    );
  const agrees = shares.some((one) => number.value !== null && compare(one.share, number.value) === 0);
  if (!agrees && shares.length === 0) return null;
  const holdsBy = agrees ? null : mendedShare({ number, part, bases: figures.slice(0, index), tables: table.bases, mended });
  if (holdsBy) return { ...claimOf(number, said, [], 'agrees'), holdsBy };
  // Without a whole that is surely meant there is nothing to say: the one of its list, or those of its table.
  const isSure =
    meant !== undefined ||
    (sentence.length === 1 && /总数|总量|占比|的/.test(lead)) ||
    table.bases.some(({ value }) => value.unscaled > 0 && (!part?.value || compare(value, part.value) >= 0));
  if (!agrees && !isSure && table.isComplete) return null;
  const verdict = agrees ? 'agrees' : table.isComplete || meant ? 'disagrees' : 'not_checkable';
  return claimOf(
    number,
    said,
    shares.map(({ zh, en, share: value, numerator, value: base }) => ({
      zh: `${printDecimal(numerator)}/${zh}${printDecimal(base)}`,
      en: `${printDecimal(numerator)} of ${en} ${printDecimal(base)}`,
      value: `${printDecimal(value)}%`,
    })),
    verdict,
  );
}

interface Mended {
  number: ReadNumber;
  part: ReadNumber | null;
  bases: readonly ReadNumber[];
  tables: readonly Base[];
  mended: Meant;
}

/** The number found wrong that makes the share right when it is mended: its part, or a whole before it. */
function mendedShare({ number, part, bases, tables, mended }: Mended): Claim['holdsBy'] | null {
  const holds = (numerator: Decimal, base: Decimal): boolean =>
    base.unscaled > 0 && number.value !== null && compare(percent(numerator, base, number.value.decimals), number.value) === 0;
  if (!part?.value) return null;
  const wholes = bases.filter((other) => other !== part && other.unit === part.unit && !other.change && other.value !== null);
  const known = [...tables.map(({ value }) => value), ...wholes.map(({ value }) => value as Decimal)];
  const asPart = (mended.get(part.start) ?? []).find((value) => known.some((base) => holds(value, base)));
  if (asPart) return { at: part.start, value: asPart };
  for (const other of wholes)
    for (const value of mended.get(other.start) ?? []) if (holds(part.value, value)) return { at: other.start, value };
  return null;
}

function claimOf(number: ReadNumber, said: RegExpExecArray, tried: Claim['tried'], verdict: Claim['verdict']): Claim {
  const seen = new Set<string>();
  const distinct = tried.filter((one) => !seen.has(one.zh) && seen.add(one.zh));
  return {
    rule: 'n-pct',
    verdict,
    start: number.start - said[0].length,
    end: number.unitEnd,
    stated: `${number.raw}%`,
    tried: distinct,
    cells: [],
  };
}

/** The number the share is of: the nearest one before it that is a level. */
function partBefore(figures: readonly ReadNumber[], index: number): ReadNumber | null {
  for (let at = index - 1; at >= Math.max(0, index - farthest); at -= 1) {
    const other = figures[at] as ReadNumber;
    if (other.unit === '%' || other.change || other.unit === '个百分点' || other.statement?.frame === 'last_year') continue;
    return other.value ? other : null;
  }
  return null;
}

/** Earlier numbers of the sentence in the same unit, not smaller than the part. */
function sentenceBases(figures: readonly ReadNumber[], index: number, part: ReadNumber): Base[] {
  return figures
    .slice(Math.max(0, index - farthest), index)
    .filter(
      (other) =>
        other !== part &&
        other.unit === part.unit &&
        !other.change &&
        other.value !== null &&
        part.value !== null &&
        compare(other.value, part.value) >= 0,
    )
    .map((other) => ({ zh: '', en: '', value: other.value as Decimal }));
}

/** What a share of requests or cases is taken of. `isComplete`: every base the words may mean is known. */
function tableBases(statement: Statement, { format, book }: Figures): { bases: Base[]; isComplete: boolean } {
  const terms = basesOf(statement);
  let isComplete = true;
  const bases = terms.flatMap(({ zh, en, sum, optional }) => {
    const evaluated = evaluateSum(sum, ['total'], format, book);
    if (evaluated && evaluated.values.length === 0 && !optional) isComplete = false;
    return (evaluated?.values ?? []).map((value) => ({ zh, en, value: whole(value) }));
  });
  return { bases, isComplete };
}

function basesOf({ key, rule }: Statement): { zh: string; en: string; sum: string[]; optional?: boolean }[] {
  if (rule === 'n-rev' || rule === 'n-lit') {
    const blocks = ['review', 'litigation_direct', 'litigation_after_review'].filter((block) =>
      key.startsWith('disputes') ? true : key.startsWith('review') ? block === 'review' : block !== 'review',
    );
    const totals = blocks.map((block) => `s4.${block}.total`);
    return [
      { zh: '案件总计', en: 'cases', sum: totals },
      { zh: '已审结', en: 'concluded cases', sum: [...totals, ...blocks.map((block) => `-s4.${block}.pending`)] },
      ...totals.map((total) => ({ zh: '案件总计', en: 'cases', sum: [total] })),
    ];
  }
  if (rule === 'n-doc' || rule === 'n-fee') return [];
  const group = /^(denied|unable|refused|other)_/.exec(key)?.[1];
  return [
    { zh: '（七）总计', en: 'answered', sum: ['result_total'] },
    { zh: '本年新收', en: 'received', sum: ['new_received'] },
    { zh: '新收+结转', en: 'received + carried in', sum: ['new_received', 'carried_in'] },
    ...(group ? [{ zh: '该类', en: 'its group', sum: [group], optional: true }] : []),
  ];
}
