import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxDecimals } from './money';
import { parseFigure } from './parse-figure';
import { asPasted, shownInField, textOfField } from './pasted-text';

const count = { quantity: 'count', measuredIn: '件' } as const;
const wan = { quantity: 'ten_thousand_yuan', measuredIn: '万元' } as const;
const yuan = { quantity: 'yuan', measuredIn: '元' } as const;
const change = { quantity: 'count', measuredIn: '项', mayBeNegative: true } as const;

type Field = typeof count | typeof wan | typeof yuan | typeof change;

/** The plain number, or the reason with its suggestion: what a table of examples can show in one word. */
function read(raw: string, field: Field): string {
  const parsed = parseFigure(raw, field);
  if (parsed.kind === 'empty') return 'empty';
  if (parsed.kind === 'number') return parsed.plain;
  return parsed.suggestion === undefined ? parsed.reason : `${parsed.reason} → ${parsed.suggestion}`;
}

describe('parseFigure, row by row of the number-field table', () => {
  it.each([
    ['１２３４', '1234', '1234'],
    ['１，２３４', '1234', '1234'],
    ['1,234', '1234', '1234'],
    ['1，234', '1234', '1234'],
    ['1\u00A0234', '1234', '1234'],
    ['3 次', '3', 'wrong_unit'],
    ['－', 'blank_mark → 0', 'blank_mark → 0'],
    ['空', 'blank_mark → 0', 'blank_mark → 0'],
    ['−3', 'negative', 'negative'],
    ['Infinity', 'exponent_or_hex', 'exponent_or_hex'],
    ['#N/A', 'excel_error', 'excel_error'],
    ['####', 'excel_error', 'excel_error'],
    ['12\r\n', '12', '12'],
    ['12\n345', 'broken', 'broken'],
    ['12\t345', 'broken', 'broken'],
    ['1\u3000234', 'broken', 'broken'],
    ['12\u3000件', '12', 'wrong_unit'],
    ['12①', 'footnote_mark → 12', 'footnote_mark → 12'],
    ['12²', 'footnote_mark → 12', 'footnote_mark → 12'],
    ['12*', 'footnote_mark → 12', 'footnote_mark → 12'],
    ['¹12', 'footnote_mark → 12', 'footnote_mark → 12'],
    ['12件[1]', 'footnote_mark → 12', 'footnote_mark'],
    ['①', 'not_a_number', 'not_a_number'],
    ['𝟏𝟐', 'not_a_number', 'not_a_number'],
    ['9007199254740991', '9007199254740991', 'too_large'],
    ['9007199254740992', 'too_large', 'too_large'],
    ['9007199254740993', 'too_large', 'too_large'],
    ['1 234', '1234', '1234'],
    ['1,23', 'bad_grouping', 'bad_grouping'],
    ['12,34,567', 'bad_grouping', 'bad_grouping'],
    ['1234件', '1234', 'wrong_unit'],
    ['12.5万元', 'wrong_unit', '12.5'],
    ['1.2万', 'needs_conversion → 12000', '1.2'],
    ['12.0', '12', '12.0'],
    ['12.5', 'not_whole', '12.5'],
    ['59237.2449', 'not_whole', '59237.2449'],
    ['—', 'blank_mark → 0', 'blank_mark → 0'],
    ['-', 'blank_mark → 0', 'blank_mark → 0'],
    ['/', 'blank_mark → 0', 'blank_mark → 0'],
    ['无', 'blank_mark → 0', 'blank_mark → 0'],
    ['N/A', 'blank_mark → 0', 'blank_mark → 0'],
    ['零', 'chinese_numeral → 0', 'chinese_numeral → 0'],
    ['〇', 'chinese_numeral → 0', 'chinese_numeral → 0'],
    ['十二', 'chinese_numeral → 12', 'chinese_numeral → 12'],
    ['一', 'chinese_numeral → 1', 'chinese_numeral → 1'],
    ['-3', 'negative', 'negative'],
    ['（3）', 'negative', 'negative'],
    ['1e3', 'exponent_or_hex', 'exponent_or_hex'],
    ['0x10', 'exponent_or_hex', 'exponent_or_hex'],
    ['=1+1', 'formula', 'formula'],
    ['#REF!', 'excel_error', 'excel_error'],
    ["'12", '12', '12'],
    ['\t12\t', '12', '12'],
    ['\uFEFF12', '12', '12'],
    ['1\u200B2', '12', '12'],
    ['', 'empty', 'empty'],
    ['  ', 'empty', 'empty'],
    ['0', '0', '0'],
    ['007', '7', '7'],
    ['+5', '5', '5'],
    ['.5', 'not_a_number', 'not_a_number'],
    ['5.', 'not_a_number', 'not_a_number'],
    ['1.2.3', 'not_a_number', 'not_a_number'],
    ['10%', 'wrong_unit', 'wrong_unit'],
    ['3 4', 'bad_grouping', 'bad_grouping'],
    ['三十余', 'not_a_number', 'not_a_number'],
    ['99999999999999999999', 'too_large', 'too_large'],
  ])('%j is %s in a count and %s in 万元', (raw, asCount, asMoney) => {
    expect([read(raw, count), read(raw, wan)]).toEqual([asCount, asMoney]);
  });

  it('takes a minus sign only where the cell may be negative', () => {
    expect([read('-3', change), read('（3）', change), read('−3', change)]).toEqual(['-3', '-3', '-3']);
    expect(parseFigure('-3', change)).toMatchObject({ value: -3 });
  });

  it.each([
    ['3 120 104', 'pasted_blank → 3120104'],
    ['3 120', 'pasted_blank → 3120'],
    ['３ １２０', 'pasted_blank → 3120'],
    ['3 \u200B120', 'pasted_blank → 3120'],
    ['3 4', 'pasted_blank'],
    ['- 3', 'pasted_blank'],
    ['1,\u200B234', '1234'],
    ['1\u00A0234', '1234'],
    ['12 件', '12'],
    [' 12 ', '12'],
  ])('pasted, %j is %s', (raw, wanted) => {
    expect(read(asPasted(raw), count)).toBe(wanted);
  });

  it('a pasted text stays pasted while its blanks are there, and is typed once they are gone', () => {
    const pasted = asPasted('3 120');
    expect(shownInField(pasted)).toBe('3 120');
    expect(read(textOfField(pasted, '3 1205'), count)).toBe('pasted_blank');
    expect(read(textOfField(pasted, '3120'), count)).toBe('3120');
    expect(read(textOfField(textOfField(pasted, '3'), '3 120'), count)).toBe('3120');
    expect(shownInField('12\n345')).toBe('12↵345');
    expect(read(textOfField('12\n345', '12↵3456'), count)).toBe('broken');
  });

  it('keeps the printed decimals of money and refuses what is no whole number of 分', () => {
    expect(parseFigure('12.50', yuan)).toMatchObject({ value: 1250, decimals: 2 });
    expect(read('12.505', yuan)).toBe('too_many_decimals');
    expect(parseFigure('5949.088667', wan)).toMatchObject({ value: 5_949_088_667, decimals: 6 });
    expect(read('0.1234567', wan)).toBe('too_many_decimals');
  });

  it('says when what it read differs from what was typed', () => {
    expect(parseFigure('1234', count)).toMatchObject({ differsFromRaw: false });
    expect(parseFigure('1,234', count)).toMatchObject({ differsFromRaw: true, plain: '1234' });
  });

  it('warns of more than nine digits, which a count hardly has', () => {
    expect(parseFigure('1234567890', count)).toMatchObject({ warning: 'more_than_nine_digits' });
    expect(parseFigure('9007199254740991', count)).toMatchObject({ value: Number.MAX_SAFE_INTEGER, warning: 'more_than_nine_digits' });
    expect(parseFigure('1,234,567,890.5', wan)).toMatchObject({ warning: 'more_than_nine_digits' });
    expect(parseFigure('123456789', count)).not.toHaveProperty('warning');
  });
});

/**
 * The same text read slowly and independently: sign, digits, well-formed groups, one point, the field's own unit; exact, as
 * an integer of the smallest unit. Null for everything else. Full-width forms alone count as what they look like.
 */
function slowReading(raw: string, field: Field, isPasted: boolean): bigint | null {
  const wide = '０１２３４５６７８９，．＋－（）＇％';
  let rest = [...raw]
    .filter((character) => !/[\u200B-\u200F\u2060\u2063\uFEFF\u00AD]/.test(character))
    .map((character) => [...`0123456789,.+-()'%`][[...wide].indexOf(character)] ?? character)
    .join('')
    .trim();
  if (rest.startsWith("'")) rest = rest.slice(1).trim();
  const units = field.quantity === 'count' ? [...'件次个项份条宗起人名场篇期家'] : field.quantity === 'yuan' ? ['元'] : ['万元', '万'];
  let sign = 1n;
  if (/^\(.*\)$/.test(rest)) {
    sign = -1n;
    rest = rest.slice(1, -1).trim();
  } else if (/^[-−–－]/.test(rest)) {
    sign = -1n;
    rest = rest.slice(1).trim();
  } else if (rest.startsWith('+')) rest = rest.slice(1);
  for (const unit of units)
    if (rest.endsWith(unit)) {
      rest = rest.slice(0, -unit.length).trim();
      break;
    }
  const [whole = '', fraction, more] = rest.split('.');
  if (more !== undefined || fraction === '' || /\D/.test(fraction ?? '')) return null;
  const marks = whole.replace(/[+\d]/g, '');
  const isOneOf = (allowed: string) => [...marks].every((mark) => allowed.includes(mark));
  if (!isOneOf(',') && !isOneOf(isPasted ? '\u00A0\u2009\u202F' : ' \u00A0\u2009\u202F')) return null;
  const groups = whole.split(/[, \u00A0\u2009\u202F]/);
  const isGrouped = groups.length > 1 && groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  if (!(groups.length === 1 ? /^\d+$/.test(whole) : isGrouped)) return null;
  const digits = maxDecimals[field.quantity];
  const kept = (fraction ?? '').replace(/0+$/, '');
  if (kept.length > digits) return null;
  return sign * BigInt(groups.join('') + kept.padEnd(digits, '0'));
}

describe('T40: parseFigure never changes a value silently', () => {
  const numeric = fc
    .array(fc.constantFrom(...'0123456789０９,，.．-−+ ()（）件万元人亿%eExX/—一十二百千零\'"\u200B\uFEFF\t\n\u3000\u00A0\u2009①²₃⑳𝟏'), {
      maxLength: 10,
    })
    .map((characters) => characters.join(''));
  const figures = fc.oneof(
    { weight: 5, arbitrary: numeric },
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double().map(String),
    fc.integer().map(String),
  );

  it('in 100 000 random texts, whatever is read as a number is what a slow reading of the text says', () => {
    let numbers = 0;
    fc.assert(
      fc.property(figures, fc.constantFrom<Field>(count, wan, yuan, change), fc.boolean(), (raw, field, isPasted) => {
        const parsed = parseFigure(isPasted ? asPasted(raw) : raw, field);
        if (parsed.kind !== 'number') return;
        numbers += 1;
        const value = slowReading(raw, field, isPasted);
        const isMeant =
          value !== null && Number.isSafeInteger(parsed.value) && BigInt(parsed.value) === value && !Object.is(parsed.value, -0);
        if (!isMeant) throw new Error(`${JSON.stringify(raw)} was read as ${parsed.plain}, a slow reading says ${value}`);
      }),
      { numRuns: 100_000, seed: 20_261_123 },
    );
    expect(numbers).toBeGreaterThan(5000);
  }, 60_000);
});
