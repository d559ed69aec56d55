import type { Cell } from '../formats';
import { readChineseNumeral } from './chinese-numeral';
import { fromDecimal } from './money';
import { asRead, isDoubtful, withoutPasteMark } from './pasted-text';

/**
 * What a typed or pasted text means in a number field. `raw` is never rewritten; a suggestion is an offer, and nothing is
 * taken over without a click.
 *
 * empty: nothing was typed. number: understood, `note: 'recognised'` when it differs from what was typed.
 * unreadable: kept as typed, with the reason as a message key and what to do.
 */
export type ParsedFigure =
  | { kind: 'empty' }
  | { kind: 'number'; value: number; decimals: number; plain: string; differsFromRaw: boolean; warning?: 'more_than_nine_digits' }
  | { kind: 'unreadable'; reason: UnreadableReason; suggestion?: string };

export const unreadableReasons = [
  'blank_mark', // — - / 无 空 N/A: means "not filled"; 按 0 填 is offered
  'chinese_numeral',
  'needs_conversion', // 1.2万 in a count field
  'wrong_unit',
  'negative',
  'not_whole',
  'too_many_decimals',
  'bad_grouping',
  'pasted_blank', // 3 120 104 out of a PDF: three columns, or one figure
  'broken', // lines, paragraphs or tabs in one cell
  'footnote_mark', // 12①, 3¹
  'formula',
  'excel_error',
  'exponent_or_hex',
  'too_large',
  'not_a_number',
] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

type Field = Pick<Cell, 'quantity' | 'measuredIn' | 'mayBeNegative' | 'local'>;

/** 一 is the numeral one, not a dash. */
const blankMark = /^(?:[-—–－‐―─]+|\/|／|\\|无|空|n\/a|na|nil|none)$/i;
const excelError = /^#+(?:REF!?|N\/A|DIV\/0!?|VALUE!?|NAME\?|NULL!?|NUM!?)?$/i;
/** Between digits these are no separators of thousands, whoever put them there. */
const breaks = /[\t\n\v\f\r\u2028\u2029\u3000]/;
/** What may stand between groups of three. */
const groupBlank = '[ \\u00A0\\u2009\\u202F]';
/** Raised, lowered and circled figures and the signs of footnotes, at the end or at the beginning of a figure. */
const noteSign = '[²³¹⁰ⁱ⁴-ₜ①-⓿❶-➓㉑-㉟㊱-㊿*†‡※]';
const noteBehind = new RegExp(`^(.*?\\d\\D*?)\\s*(?:${noteSign}+|\\[[^\\]]{1,4}\\]|注\\d*|[(]注?\\d*[)])$`);
const noteBefore = new RegExp(`^(?:${noteSign}+|\\[[^\\]]{1,4}\\])\\s*(\\d.*)$`);
const inGroups = new RegExp(`^\\d{1,3}(?:${groupBlank}\\d{3})+(?:\\.\\d+)?$`);
const countUnits = '件|次|个|项|份|条|宗|起|人|名|场|篇|期|家';

/**
 * Reads a number field.
 *
 * @param raw as typed or pasted
 * @param field the cell's quantity and printed unit; a unit in the text must be the field's own
 * @source product.md table "Number field": full-width forms first, only well-formed groups of three, never `Number()`, never converted unasked
 */
export function parseFigure(raw: string, field: Field): ParsedFigure {
  const typed = asRead(raw).trim().replace(/^'/, '').trim();
  // 约 says of the figure what its cell says already; anywhere else it would be lost, so it is not read there.
  const text = field.local?.exactness === 'about' ? typed.replace(/^约\s*(?=\d)/, '') : typed;
  if (text === '') return { kind: 'empty' };
  if (isBroken(text)) return { kind: 'unreadable', reason: 'broken' };
  if (isDoubtful(raw)) return { kind: 'unreadable', reason: 'pasted_blank', ...offer(text, field) };
  const body = withoutNote(text);
  if (body !== null) return { kind: 'unreadable', reason: 'footnote_mark', ...offer(body, field) };
  if (blankMark.test(text)) return { kind: 'unreadable', reason: 'blank_mark', suggestion: '0' };
  if (excelError.test(text)) return { kind: 'unreadable', reason: 'excel_error' };
  if (/^[=@]/.test(text) || /^\+(?!\d)/.test(text)) return { kind: 'unreadable', reason: 'formula' };
  if (/^[+-]?(?:0[xob][0-9a-f]+|\d+(?:\.\d+)?e[+-]?\d+|infinity|nan)$/i.test(text))
    return { kind: 'unreadable', reason: 'exponent_or_hex' };

  const negative = readNegative(text);
  if (negative !== null && !field.mayBeNegative) return { kind: 'unreadable', reason: 'negative' };
  return readMagnitude(negative ?? text, withoutPasteMark(raw), field, negative !== null);
}

/** A line end anywhere, a tab or a wide blank before another figure. */
function isBroken(text: string): boolean {
  return breaks.test(text.replace(/[\t\u3000]+(?=\D*$)/, ' '));
}

/** The figure a note hangs on; null when none does. */
function withoutNote(text: string): string | null {
  return (noteBehind.exec(text) ?? noteBefore.exec(text))?.[1]?.trim() ?? null;
}

/** What a person may accept of a text that is not taken over by itself. */
function offer(text: string, field: Field): { suggestion?: string } {
  const parsed = parseFigure(text, field);
  return parsed.kind === 'number' ? { suggestion: parsed.plain } : {};
}

/** The magnitude of `-3`, `−3`, `(3)`; null when the text is not negative. */
function readNegative(text: string): string | null {
  const signed = /^[-−–－]\s*(\d.*)$/.exec(text);
  if (signed) return signed[1] as string;
  const bracketed = /^\(\s*(\d[\d,. ]*)\s*\)$/.exec(text);
  return bracketed ? (bracketed[1] as string) : null;
}

function readMagnitude(text: string, raw: string, field: Field, isNegative: boolean): ParsedFigure {
  const unit = new RegExp(`^(.*?)\\s*(${ownUnit(field)}万元|亿元|元|分|万|亿|千|百|%|${countUnits})$`).exec(text);
  const body = unit ? (unit[1] as string).trim() : text;
  const numeral = readChineseNumeral(unit && !/\d/.test(body) && /[万亿千百]/.test(unit[2] as string) ? text : body);
  if (numeral !== null) return { kind: 'unreadable', reason: 'chinese_numeral', suggestion: String(numeral) };
  if (unit) {
    const wrong = readUnit(unit[2] as string, body, field);
    if (wrong) return wrong;
  }
  const plain = ungroup(body);
  if (plain === 'bad_grouping') return { kind: 'unreadable', reason: 'bad_grouping' };
  if (plain === null) return { kind: 'unreadable', reason: 'not_a_number' };
  const read = fromDecimal(plain, field.quantity);
  if (!read) return { kind: 'unreadable', reason: refusalOf(plain, field) };
  const value = isNegative && read.value !== 0 ? -read.value : read.value;
  const shown = isNegative ? `-${canonical(plain, read.decimals)}` : canonical(plain, read.decimals);
  return {
    kind: 'number',
    value,
    decimals: read.decimals,
    plain: shown,
    differsFromRaw: shown !== raw,
    ...(/^\d{10,}/.test(canonical(plain, 0)) ? { warning: 'more_than_nine_digits' as const } : {}),
  };
}

/** A local indicator counts in a unit of its own, 人次 or 户次, which the list does not know. */
function ownUnit({ local, measuredIn }: Field): string {
  return local ? `${measuredIn.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}|` : '';
}

/** Null when the unit is the field's own. */
function readUnit(unit: string, body: string, field: Field): ParsedFigure | null {
  if (field.quantity === 'count') {
    if (unit === field.measuredIn || new RegExp(`^(?:${countUnits})$`).test(unit)) return null;
    if (/[万亿千百]$/.test(unit)) {
      const whole = wholeOf(body, unit);
      return { kind: 'unreadable', reason: 'needs_conversion', ...(whole ? { suggestion: whole } : {}) };
    }
    return { kind: 'unreadable', reason: 'wrong_unit' };
  }
  if (unit === field.measuredIn || (field.quantity === 'ten_thousand_yuan' && unit === '万')) return null;
  return { kind: 'unreadable', reason: 'wrong_unit' };
}

/** `1.2` and `万` → `12000`, by moving the point; null when that is not a whole number. */
function wholeOf(body: string, unit: string): string | null {
  const plain = ungroup(body);
  if (plain === null || plain === 'bad_grouping') return null;
  const zeros = { 百: 2, 千: 3, 万: 4, 亿: 8 }[unit];
  const [whole = '', fraction = ''] = plain.split('.');
  if (zeros === undefined || fraction.length > zeros) return null;
  return `${whole}${fraction.padEnd(zeros, '0')}`.replace(/^0+(?=\d)/, '');
}

/** Digits and at most one point. Groups of three by comma or space must be well formed. */
function ungroup(text: string): string | 'bad_grouping' | null {
  const unsigned = text.replace(/^\+/, '');
  if (/^\d+(?:\.\d+)?$/.test(unsigned)) return unsigned;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(unsigned)) return unsigned.replaceAll(',', '');
  if (inGroups.test(unsigned)) return unsigned.replace(/\s/g, '');
  return /^[\d,.\s]+$/.test(unsigned) && /\d[,\s]|[,\s]\d/.test(unsigned) ? 'bad_grouping' : null;
}

function canonical(plain: string, decimals: number): string {
  const [whole = '0', fraction = ''] = plain.split('.');
  const trimmed = whole.replace(/^0+(?=\d)/, '');
  return decimals > 0 ? `${trimmed}.${fraction.slice(0, decimals)}` : trimmed;
}

function refusalOf(plain: string, field: Field): UnreadableReason {
  const fraction = (plain.split('.')[1] ?? '').replace(/0+$/, '');
  if (field.quantity === 'count' && fraction) return 'not_whole';
  if (field.quantity !== 'count' && plain.includes('.') && fromDecimal(plain.split('.')[0] as string, field.quantity))
    return 'too_many_decimals';
  return 'too_large';
}
