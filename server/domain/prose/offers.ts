import type { AnalysedText } from '../narrative/analyse';
import { compare } from '../narrative/decimal';
import { evaluateSum } from '../narrative/evaluate-sum';
import type { ReadNumber } from '../narrative/read-text';
import type { CheckSubject } from '../subject';
import { evaluateToken, type ProseSources } from './evaluate';
import { wordsSayValue } from './local-fact';
import type { Sum, Token } from './token';

/** A link that may be meant: the token without words, and whether the sentence itself says so. */
export interface Offer {
  token: Token;
  /** sure: words, claim and value agree. other: the words claim it, and the value differs. equal: only the value is the same. */
  agreement: 'sure' | 'other' | 'equal';
}

const maxEqual = 6;

/** What a number of a text may be linked to, the likeliest first. */
export function offersFor(input: {
  subject: CheckSubject;
  text: AnalysedText;
  number: ReadNumber;
  /** As written, with its hedge. */
  words: string;
  /** Sums that numbers before it in the sentence stand for, the nearest last. */
  before: readonly Sum[];
  sources: ProseSources;
}): Offer[] {
  const { number, words, sources } = input;
  const says = (token: Token): boolean => {
    const { value } = evaluateToken(token, sources);
    return value !== null && wordsSayValue(words, value);
  };
  if (number.value === null) return [];
  const said = number.change
    ? changes(number, input.before)
    : number.unit === '%'
      ? shares(number, input.before, sources)
      : readings(number, sources);
  const isPartial = number.statement?.isPartial === true;
  const isKnown = (token: Token): boolean => evaluateToken(token, sources).problem === null;
  const sure = said.filter(says).map((token): Offer => ({ token, agreement: isPartial ? 'equal' : 'sure' }));
  const other = sure.length > 0 || isPartial ? [] : said.filter(isKnown).map((token): Offer => ({ token, agreement: 'other' }));
  return [...sure, ...other, ...(number.change || number.unit === '%' ? [] : equalCells(number, sure, sources))];
}

/** Every reading of what the words claim, as a sum of cells. */
function readings({ statement }: ReadNumber, { format, figures, lastYear }: ProseSources): Token[] {
  const isLastYear = statement?.frame === 'last_year';
  const book = isLastYear ? lastYear : figures;
  if (!statement || !book) return [];
  return statement.readings.flatMap(({ sum, columns }): Token[] => {
    const evaluated = evaluateSum(sum, columns, format, book);
    const isInternal = evaluated?.signed.some(({ cell }) => !format.cells.get(cell)?.isPrinted) ?? true;
    return evaluated && !isInternal ? [{ kind: 'sum', sum: evaluated.signed.map((term) => ({ ...term, isLastYear })), words: null }] : [];
  });
}

const bases: readonly (readonly string[])[] = [['result_total'], ['new_received'], ['new_received', 'carried_in']];

/** The nearest number before it as the part; a number before that, or the whole of table 三, as the base. */
function shares(number: ReadNumber, before: readonly Sum[], sources: ProseSources): Token[] {
  const decimals = number.value?.decimals ?? 0;
  const ofTable = bases.flatMap((rows): Sum[] => {
    const evaluated = evaluateSum(rows, ['total'], sources.format, sources.figures);
    return evaluated ? [evaluated.signed.map((term) => ({ ...term, isLastYear: false }))] : [];
  });
  const nearest = before.toReversed();
  const [part] = nearest;
  if (!part || decimals > 4) return [];
  return [...nearest.slice(1), ...ofTable].map((whole): Token => ({ kind: 'share', part, whole, decimals, words: null }));
}

/** The nearest level of this year before it. */
function changes(number: ReadNumber, before: readonly Sum[]): Token[] {
  const of = before.findLast((sum) => sum.every((term) => !term.isLastYear));
  const decimals = number.unit === '%' ? (number.value?.decimals ?? 0) : null;
  if (!of || !number.change || (decimals ?? 0) > 4 || /倍|百分点/.test(number.unit ?? '')) return [];
  return [{ kind: 'change', direction: number.change, of, decimals, words: null }];
}

/** Printed cells that merely hold the same number; small numbers are everywhere and are not offered. */
function equalCells(number: ReadNumber, sure: readonly Offer[], sources: ProseSources): Offer[] {
  const { value } = number;
  if (value === null || value.unscaled < 2) return [];
  const known = new Set(
    sure.flatMap(({ token }) => (token.kind === 'sum' && token.sum.length === 1 ? token.sum.map((term) => term.cell) : [])),
  );
  const found: Offer[] = [];
  for (const cell of sources.format.cells.values()) {
    if (found.length >= maxEqual || !cell.isPrinted || known.has(cell.id)) continue;
    const token: Token = { kind: 'sum', sum: [{ cell: cell.id, sign: 1, isLastYear: false }], words: null };
    const held = evaluateToken(token, sources).value;
    if (held !== null && compare(held, value) === 0) found.push({ token, agreement: 'equal' });
  }
  return found;
}
