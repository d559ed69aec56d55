import { readChineseNumeral } from '../figures';
import { hedgesAfter } from './patterns/hedges';
import { invisibleClass } from './patterns/invisible';
import {
  caseWords,
  digitNames,
  formalNumerals,
  hanMarkRows,
  looseUnits,
  markRows,
  notAUnit,
  strictUnits,
  strongLetters,
  thousandsMarks,
  weakLetters,
  wordsToo,
} from './patterns/look-alikes';
import { countUnits, measureUnits } from './patterns/units';

/** A number that the eye reads and a pattern over digits does not. Offsets are half-open, in the original text. */
export interface Disguise {
  start: number;
  end: number;
  /** How it is plainly written, character by character, each with where it stands. */
  written: readonly { character: string; at: number }[];
}

/** digit, han: plain. Everything else is a disguise of one of them. */
type Dress = 'digit' | 'han' | 'strange' | 'mark' | 'small' | 'strong' | 'weak' | 'formal' | 'radical' | 'han_mark' | 'dot';

interface Piece {
  source: string;
  at: number;
  dress: Dress;
  /** ASCII digits, or plain Chinese numerals; `.` for a dot. */
  plain: string;
  /** Behind an invisible character or a combining mark. */
  isSplit: boolean;
}

const plainHan = '〇零一二两三四五六七八九十百千万亿';
const letters = escaped(Object.keys({ ...strongLetters, ...weakLetters }).join(''));
const dressed = escaped(Object.keys(formalNumerals).join(''));
/** Radicals, compatibility ideographs and full-width or mathematical letters: what they fold to decides. */
const foldable = '\\u2e80-\\u2fdf\\uf900-\\ufaff\\u3192-\\u319f\\uff21-\\uff5c\\u{1d400}-\\u{1d7cb}\\u{2f800}-\\u{2fa1f}\\u2100-\\u214f';
const piece = `[\\p{N}${plainHan}${letters}${dressed}${foldable}\\u{1f100}-\\u{1f10c}]`;
const joint = `[${invisibleClass}\\p{M}]`;
const candidate = new RegExp(`${piece}(?:(?:${joint}{1,4}|[.．])?${piece}){0,40}`, 'gu');
const round = '[\\p{N}OoОоlI]';
const grouped = new RegExp(`(?<![\\p{N}.．])${round}{1,3}([${thousandsMarks}])${round}{3}(?:\\1${round}{3}){0,4}(?!\\p{N})`, 'gu');
/** `1 5 7件`, as a scan reads it: three or more, else they may be two numbers. */
const spaced = /(?<![\p{N}.．])[0-9０-９](?:[ \u00a0\u2000-\u200a\u3000][0-9０-９]){2,8}(?!\p{N})/gu;
/** `—百五十件`: a dash where 一 was meant. */
const dashed = /(?<=[\u4e00-\u9fff])(?<![〇零一二两三四五六七八九十百千万亿])[—–―ー－-](?=[百千][零一二三四五六七八九十百]{0,6})/g;
const gapless = new RegExp(`^${joint}+`, 'u');
const joints = new RegExp(`${joint}`, 'u');
/** A plain run is nearly every candidate; it is passed over at once. */
const isPlain = new RegExp(`^(?:[0-9０-９]+(?:[.．][0-9０-９]+)?[百千万亿]{0,2}|[${plainHan}]+)$`);
const otherLetter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}_@#]/u;
const units = new RegExp(`^(?:${[...measureUnits, ...countUnits].sort((a, b) => b.length - a.length).join('|')})`);
const gap = new RegExp(`^(?:${joint}|[ \\t\\u00a0\\u2000-\\u200a\\u3000])+`, 'u');

/**
 * Every number in disguise that something counts: look-alike letters beside digits, round, small and foreign digits, 大写, radicals,
 * thousands parted by something other than the half-width comma, a character inside that nobody sees. A unit has to follow; list
 * marks, names and model numbers are left alone.
 */
export function findDisguises(original: string): Disguise[] {
  const found: Disguise[] = [];
  const taken = new Uint8Array(original.length);
  const keep = (disguise: Disguise): void => {
    found.push(disguise);
    taken.fill(1, disguise.start, disguise.end);
  };
  for (const disguise of [...groupedThousands(original), ...dashesForOne(original)]) keep(disguise);
  const lineAt = linesOf(original);
  for (const match of original.matchAll(candidate)) {
    if (isPlain.test(match[0])) continue;
    const disguise = unmask(original, match.index, match[0], lineAt);
    if (disguise && !taken.subarray(disguise.start, disguise.end).includes(1)) keep(disguise);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The characters of the line a place is in; asked from left to right, each line is looked through once. */
function linesOf(original: string): (at: number) => ReadonlySet<string> {
  let end = -1;
  let characters: ReadonlySet<string> = new Set();
  return (at) => {
    if (at > end) {
      const start = original.lastIndexOf('\n', at - 1) + 1;
      const next = original.indexOf('\n', at);
      end = next < 0 ? original.length : next;
      characters = new Set(original.slice(start, end));
    }
    return characters;
  };
}

/** `9，999件`, `1 5 7件`. What is spoken of as several (`分别为`), and the number of an annex in front, make it two numbers. */
function groupedThousands(original: string): Disguise[] {
  return [...original.matchAll(grouped), ...original.matchAll(spaced)].flatMap((match): Disguise[] => {
    const start = match.index;
    const end = start + match[0].length;
    const lead = original.slice(Math.max(0, start - 40), start);
    if (!unitBehind(original, end) || severalNumbers.test(lead) || otherLetter.test(original[start - 1] ?? '')) return [];
    const pieces = piecesOf(match[0], start).filter(({ plain }) => plain !== '');
    if (!pieces.every(({ plain }) => /^\d$/.test(plain)) || !/\p{N}/u.test(match[0])) return [];
    if (match[1] === ',' && pieces.every(({ dress }) => dress === 'digit')) return [];
    return [{ start, end, written: written(pieces) }];
  });
}

const severalNumbers = /(?:分别|各|依次|先后)[^。；\n]{0,30}$|(?:附件|附表|表|图|第|序号|编号|注|页码?|[、/—–－~～-])\s*$/;

function dashesForOne(original: string): Disguise[] {
  return [...original.matchAll(dashed)].flatMap((match): Disguise[] => {
    const start = match.index;
    const rest = /^[百千零一二三四五六七八九十]+/.exec(original.slice(start + 1, start + 10))?.[0] ?? '';
    const behind = unitBehind(original, start + 1 + rest.length);
    return behind && strictUnits.has(behind.unit) ? [{ start, end: start + 1, written: [{ character: '一', at: start }] }] : [];
  });
}

function unmask(original: string, at: number, run: string, lineAt: Around['lineAt']): Disguise | null {
  const last = numberAtEnd(split(piecesOf(run, at)).at(-1) ?? []);
  if (!last || last.length === 0) return null;
  const first = last[0] as Piece;
  const end = last.at(-1) as Piece;
  const place = { start: first.at, end: end.at + end.source.length };
  place.end += gapless.exec(original.slice(place.end, place.end + 4))?.[0].length ?? 0;
  const behind = unitBehind(original, place.end) ?? (isArabicThroughout(last) ? dateBehind(original, place.end) : null);
  if (!behind) return null;
  const before = original.slice(Math.max(0, place.start - 40), place.start);
  return isNumber(last, { ...behind, before, original, lineAt, ...place }) ? { ...place, written: written(last) } : null;
}

interface Around {
  original: string;
  lineAt: (at: number) => ReadonlySet<string>;
  start: number;
  end: number;
  before: string;
  unit: string;
  after: string;
}

function isNumber(pieces: readonly Piece[], around: Around): boolean {
  const { before, unit, after, original, start } = around;
  const isStrict = strictUnits.has(unit);
  const closes = /^(?:[\s\p{P}]|$)/u.test(after);
  if (/(?:第|〔|［|\[|No\.?|№)\s*$/.test(before)) return false;
  if (otherLetter.test(before.at(-1) ?? '')) return false;
  const has = (...some: Dress[]): boolean => pieces.some(({ dress }) => some.includes(dress));
  if (pieces.every(({ dress, isSplit }) => !isSplit && ['digit', 'dot', 'han'].includes(dress))) return false;
  if (pieces[0]?.dress === 'mark' && pieces.length > 1 && pieces.slice(1).every(({ dress }) => dress === 'digit' || dress === 'dot')) {
    // `①5件申请…`: a place in a list, and then a number.
    if (/(?:^|[\s\p{P}])$/u.test(before)) return false;
  }
  if (looseUnits.has(unit) && !closes) return false;
  if (has('mark', 'han_mark', 'small') && isMark(pieces, around)) return false;
  if (has('strong', 'weak')) return lettersMeanDigits(pieces, around, isStrict);
  if (has('formal')) return formalMeansNumber(pieces, around, isStrict);
  if (pieces.length === 1 && has('radical')) return pieces[0]?.plain !== '一' || ['件', '宗', '起', '例'].includes(unit);
  if (romanAlone(pieces)) return isStrict && !otherLetter.test(original[start - 1] ?? '');
  return true;
}

/** `①加强…；②推进…`, a mark of a note: a single one, or several that count up from ①, is a place in a list and no number. */
function isMark(pieces: readonly Piece[], { lineAt, start, before, unit, after }: Around): boolean {
  const numbers = pieces.map(({ plain }) => plain);
  if (pieces.length > 1) {
    const countsUp = numbers.every((plain, index) => Number(plain) === index + 1);
    return countsUp && pieces.every(({ dress }) => dress === 'mark') && !strictUnits.has(unit);
  }
  const code = pieces[0]?.source.codePointAt(0) ?? 0;
  const value = Number(numbers[0]);
  const beside = [code - 1, code + 1].some((other) => lineAt(start).has(String.fromCodePoint(other)));
  if (beside && pieces[0]?.dress !== 'small') return true;
  const startsClause = /(?:^|[\s\p{P}])$/u.test(before) || before === '';
  const closes = /^(?:[\s\p{P}]|$)/u.test(after);
  if (startsClause) return value === 1 || !closes || !strictUnits.has(unit);
  return !strictUnits.has(unit) && !closes;
}

function lettersMeanDigits(pieces: readonly Piece[], { before, unit, after }: Around, isStrict: boolean): boolean {
  const said = pieces.map(({ source }) => source.normalize('NFKC')).join('');
  if (digitNames.test(said) && !(caseWords.has(unit) && said.length === 2)) return false;
  // A table that was pasted: the bar parts its columns.
  if (/^[|｜∣ǀ]/.test(said) && (/[|｜∣ǀ]/.test(before) || /[|｜∣ǀ]/.test(after) || !/\p{Script=Han}$/u.test(before))) return false;
  const isLetter = ({ dress }: Piece): boolean => dress === 'strong' || dress === 'weak';
  if (pieces.every(isLetter)) {
    const strong = pieces.every(({ dress }) => dress === 'strong');
    return strong && isStrict && pieces.length >= 2 && pieces.some(({ plain }) => plain !== '0');
  }
  if (/^[○◯]/.test(said)) return false;
  if (pieces[0]?.dress !== 'weak') return true;
  return isStrict || (pieces.length >= 3 && ['条', '项', '个', '次', '人', '名', '家', '场', '例'].includes(unit));
}

function formalMeansNumber(pieces: readonly Piece[], { before, unit, after }: Around, isStrict: boolean): boolean {
  // An amount in capitals is written so on purpose.
  if (unit.endsWith('元') && (/人民币\s*$/.test(before) || /^[整正]/.test(after))) return false;
  const [only] = pieces;
  if (pieces.length > 1 || !only) return true;
  if (only.source === '参') return false;
  if (!wordsToo.includes(only.source)) return isStrict || ['项', '条', '个', '次', '人', '名', '家', '场', '期', '篇', '例'].includes(unit);
  return (
    (isStrict || ['条', '项', '次', '名', '期', '篇'].includes(unit)) &&
    unit !== '起' &&
    !/[队入退参行落登大内水着海收捡摄整采重放]$/.test(before)
  );
}

function romanAlone(pieces: readonly Piece[]): boolean {
  return pieces.every(({ source }) => /^[\u2160-\u217f]$/.test(source));
}

/** The unit that follows, past a hedge and 万; none where it only begins another word. */
function unitBehind(original: string, end: number): { unit: string; after: string } | null {
  let rest = original.slice(end, end + 24);
  rest = rest.replace(gap, '');
  for (const { pattern } of hedgesAfter) rest = rest.replace(pattern, '');
  rest = rest
    .replace(/^[百千万亿]{1,2}/, '')
    .replace(/^％/, '%')
    .replace(gap, '');
  const unit = units.exec(rest)?.[0];
  if (unit === undefined || notAUnit.test(rest)) return null;
  return { unit, after: rest.slice(unit.length) };
}

/** `2月3O日`: a date is no count, but it has to be read to be judged. */
function dateBehind(original: string, end: number): { unit: string; after: string } | null {
  const rest = original.slice(end, end + 8).replace(gap, '');
  return /^[年月日]/.test(rest) ? { unit: rest.slice(0, 1), after: rest.slice(1) } : null;
}

function isArabicThroughout(pieces: readonly Piece[]): boolean {
  return (
    pieces.some(({ dress }) => dress === 'digit') && pieces.every(({ dress }) => ['digit', 'strange', 'strong', 'weak'].includes(dress))
  );
}

function piecesOf(run: string, at: number): Piece[] {
  const pieces: Piece[] = [];
  let isSplit = false;
  let place = at;
  for (const source of run) {
    if (joints.test(source)) isSplit = true;
    else {
      const known = pieceOf(source);
      pieces.push({ source, at: place, isSplit: isSplit && pieces.length > 0, dress: known?.dress ?? 'dot', plain: known?.plain ?? '' });
      isSplit = false;
    }
    place += source.length;
  }
  return pieces;
}

function pieceOf(source: string): Pick<Piece, 'dress' | 'plain'> | null {
  if (/^[0-9]$/.test(source)) return { dress: 'digit', plain: source };
  if (/^[０-９]$/.test(source)) return { dress: 'digit', plain: source.normalize('NFKC') };
  if (source === '.' || source === '．') return { dress: 'dot', plain: '.' };
  if (plainHan.includes(source)) return { dress: 'han', plain: source };
  const code = source.codePointAt(0) ?? 0;
  const row = markRows.find(({ first, last }) => first <= code && code <= last);
  if (row) return { dress: 'mark', plain: String(row.from + code - row.first) };
  if (hanMarkRows.some(({ first, last }) => first <= code && code <= last))
    return { dress: 'han_mark', plain: source.normalize('NFKC').replace(/[()]/g, '') };
  if (code >= 0x3021 && code <= 0x3029) return { dress: 'strange', plain: String(code - 0x3020) };
  if (code >= 0x2160 && code <= 0x216b) return { dress: 'strange', plain: String(code - 0x215f) };
  if (code >= 0x2170 && code <= 0x217b) return { dress: 'strange', plain: String(code - 0x216f) };
  if (source in formalNumerals) return { dress: 'formal', plain: formalNumerals[source] as string };
  const folded = source.normalize('NFKC');
  if (/^[0-9]$/.test(folded)) return { dress: /\p{Nd}/u.test(source) ? 'strange' : 'small', plain: folded };
  if (/^\p{Nd}$/u.test(source)) return { dress: 'strange', plain: String(digitOfScript(code)) };
  for (const letter of [source, folded]) {
    if (letter in strongLetters) return { dress: 'strong', plain: strongLetters[letter] as string };
    if (letter in weakLetters) return { dress: 'weak', plain: weakLetters[letter] as string };
  }
  if (folded !== source && plainHan.includes(folded)) return { dress: 'radical', plain: folded };
  return folded in formalNumerals ? { dress: 'formal', plain: formalNumerals[folded] as string } : null;
}

/** The digits of a script stand in a row of ten; rows of one block may touch. */
function digitOfScript(code: number): number {
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

/** Runs between characters that are no digit after all, and between dots that part no decimals. */
function split(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [[]];
  pieces.forEach((one, index) => {
    const isDecimal =
      one.plain === '.' && isArabic(pieces[index - 1]) && isArabic(pieces[index + 1]) && runs.at(-1)?.every(({ plain }) => plain !== '.');
    if (one.dress === 'dot' && !isDecimal) runs.push([]);
    else runs.at(-1)?.push(one);
  });
  return runs;
}

function isArabic(one: Piece | undefined): boolean {
  return one !== undefined && ['digit', 'strange', 'small', 'strong', 'weak'].includes(one.dress);
}

const isHan = ({ plain }: Piece): boolean => plain !== '' && [...plain].every((character) => plainHan.includes(character));
const isPlace = ({ plain }: Piece): boolean => /[十百千万亿]/.test(plain);
const hanDigits = '〇一二三四五六七八九';

/** The number that ends a run, in one script: letters take the script of what stands around them. */
function numberAtEnd(all: readonly Piece[]): Piece[] | null {
  let pieces = [...all];
  // 万 behind digits is their scale.
  if (pieces.some((one) => !isHan(one))) {
    let behind = pieces.length;
    while (behind > 0 && pieces[behind - 1]?.dress === 'han' && /[百千万亿]/.test(pieces[behind - 1]?.plain ?? '')) behind -= 1;
    const bare = pieces.slice(0, behind);
    if (behind < pieces.length && bare.length > 0 && bare.every((one) => !isHan(one) || /[〇零]/.test(one.plain))) pieces = bare;
  }
  if (pieces.length === 0) return null;
  if (pieces.every(isHan)) return pieces;
  if (
    isHan(pieces[0] as Piece) &&
    pieces.every((one) => isHan(one) || (one.plain === '0' && one.dress === 'strong')) &&
    !pieces.some(isPlace)
  )
    return pieces.map((one) => (isHan(one) ? one : { ...one, plain: '〇' }));
  if (pieces.every((one) => !isHan(one) || (one.plain === '〇' && pieces.length > 1)))
    return pieces.map((one) => (isHan(one) ? { ...one, plain: '0', dress: 'strong' } : one));
  const lead = pieces.findIndex((one) => !isHan(one));
  const tail = pieces.findLastIndex((one) => !isHan(one));
  if (pieces.some(isPlace)) {
    const asHan = mixedNumeral(pieces);
    if (asHan) return asHan;
    // `其一15O件`, `2024一百O五件`: two numbers that touch; the last one has the unit.
    if (tail === pieces.length - 1) return numberAtEnd(pieces.slice(pieces.findLastIndex(isHan) + 1));
    const rest = pieces.slice(lead).findIndex(isHan);
    return rest > 0 && lead === 0 ? numberAtEnd(pieces.slice(rest)) : null;
  }
  if (lead === 0 && tail === pieces.length - 1)
    return pieces.map((one) =>
      isHan(one) && hanDigits.includes(one.plain) ? { ...one, plain: String(hanDigits.indexOf(one.plain)), dress: 'strong' } : one,
    );
  const rest = pieces.slice(lead);
  return tail === pieces.length - 1 && rest.length < pieces.length ? numberAtEnd(rest) : null;
}

/** `1百5十`, `一百O五`, `一百l十`: a Chinese numeral with single digits in it. `3万5千`, whole groups before their 万, stays as it is written. */
function mixedNumeral(pieces: readonly Piece[]): Piece[] | null {
  const inHan = pieces.map((one): Piece => {
    if (isHan(one) || !/^\d$/.test(one.plain)) return one;
    return {
      ...one,
      plain: one.plain === '0' ? '零' : (hanDigits[Number(one.plain)] as string),
      dress: one.dress === 'digit' ? 'radical' : one.dress,
    };
  });
  if (!inHan.every(isHan)) return null;
  const isLegal = pieces.every(({ dress, plain }) => dress === 'digit' || (dress === 'han' && /[百千万亿]/.test(plain)));
  if (isLegal) return null;
  return readChineseNumeral(inHan.map(({ plain }) => plain).join('')) === null ? null : inHan;
}

function written(pieces: readonly Piece[]): Disguise['written'] {
  return pieces.flatMap(({ plain, at }) => [...plain].map((character) => ({ character, at })));
}

function escaped(characters: string): string {
  return characters.replace(/[\\\]^|-]/g, '\\$&');
}
