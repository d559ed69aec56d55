import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOfText } from '@/server/domain/figures';
import { getCell, getFormat } from '@/server/domain/formats';
import { aClipboard, copiedHtml } from '../../clipboard/testing/a-clipboard';
import { piece, sheet } from '../../clipboard/testing/copied-pieces';
import { gridMapOf } from '../grid/grid-map';
import { readClipboard } from './copied-block';
import { planCopied } from './plan-paste';

/**
 * What a cell of a copied table is to be read as, by the table of the product's rules and by nothing of the product: a case is put together from
 * pieces, and each piece knows its HTML, what a person sees of it, and whether that person could still take all that is seen for one figure.
 */
const format = getFormat('2021');
const at = 's3.granted.natural_person';
const cell = getCell(format, at);
const rows = format.tables.find((table) => table.id === 't3')?.rows ?? [];

/** Only ever digits next to each other are one figure; a break or a blank at the ends of all that is seen does not count. */
function figureSeen(seen: string): number | null | 'blank' {
  const inner = seen.replace(/^\|+|\|+$/g, '');
  if (inner === '') return 'blank';
  return /^\d+$/.test(inner) ? Number(inner) : null;
}

function read(inside: string) {
  const html = `${sheet}<table><tr><td>${inside}</td></tr></table>`;
  const [copied] = readClipboard(aClipboard({ html, text: '999' }), copiedHtml);
  if (!copied) throw new Error('nothing was read');
  const target = { format, map: gridMapOf(rows), from: at, textAt: () => '' };
  const plan = planCopied([copied], target);
  const [placed] = [...plan.write, ...plan.doubtful, ...plan.blankMarks, ...plan.unreadable];
  return { placed, struck: copied.struckAt(0, 0), figure: figureOfText(placed?.text ?? '', cell) };
}

describe('a copied cell', () => {
  it('in 5 000 cells: what is stored as a number is what a person sees as one', () => {
    let numbers = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
        const { figure, struck: left } = read(`<p>${pieces.map((one) => one.html).join('')}</p>`);
        const wanted = figureSeen(pieces.map((one) => one.seen).join(''));
        const value = figure.figure.state === 'number' ? figure.figure.value : figure.figure.state === 'not_filled' ? 'blank' : null;
        if (typeof wanted === 'number') numbers += 1;
        const why = pieces.map((one) => one.html).join('');
        if (value !== wanted) throw new Error(`${why} was read as ${value}, a person sees ${wanted}`);
        const words = pieces.map((one) => one.struck).join('');
        if ((left ?? '').replace(/\s/g, '') !== words) throw new Error(`${why}: struck out is ${words}, said is ${left}`);
      }),
      { numRuns: 5000, seed: 20_261_130 },
    );
    expect(numbers).toBeGreaterThan(1000);
  });

  it.each([
    ['12<br>345', '12\n345', 'broken', undefined],
    ['<p>6</p><p>7</p>', '6\n7', 'broken', undefined],
    ['<pre>12\t345</pre>', '12\t345', 'broken', undefined],
    ['12　345', '12　345', 'broken', undefined],
    ['3<sup>1</sup>', '3¹', 'footnote_mark', '3'],
    ['12①', '12①', 'footnote_mark', '12'],
    ['12²', '12²', 'footnote_mark', '12'],
    ['12<sup>[1]</sup>', '12[1]', 'footnote_mark', '12'],
    ['3 120 104', '3 120 104', 'pasted_blank', '3120104'],
    ['3 4', '3 4', 'pasted_blank', undefined],
  ])('%s is kept as %j, unreadable: %s, offered %s', (html, raw, reason, suggestion) => {
    const { figure } = read(html);
    expect(figure.figure).toEqual({ state: 'unreadable', raw });
    expect(figure.parsed).toEqual({ kind: 'unreadable', reason, ...(suggestion ? { suggestion } : {}) });
  });

  it.each([
    ['<del>5</del><ins>6</ins>', 6, '5'],
    ['<s>7</s>8', 8, '7'],
    ['<span style="text-decoration:line-through">7</span> 8', 8, '7'],
    ['5<span style="display:none">9</span>', 5, undefined],
    ['8<script>1</script>', 8, undefined],
    ['1&nbsp;234', 1234, undefined],
    ['1,234件', 1234, undefined],
  ])('%s is %s, and %s was left out', (html, value, left) => {
    const { figure, struck: words } = read(html);
    expect([figure.figure, words]).toEqual([{ state: 'number', value, decimals: 0 }, left]);
  });
});

describe('a copied table', () => {
  const block = (html: string) => readClipboard(aClipboard({ html }), copiedHtml)[0];
  it.each([
    ['a column', '<col><col style="display:none"><col>', ''],
    ['a column of no width', '<col><col width=0 style="width:0pt"><col>', ''],
    ['the cells of a column', '', ' style="display:none"'],
  ])('what hides %s is left out and named', (_, columns, own) => {
    const copied = block(
      `<table>${columns}<tr><td>自然人</td><td${own}>商业企业</td><td>其他</td></tr><tr><td>1</td><td${own}>2</td><td>3</td></tr></table>`,
    );
    expect(copied?.block).toEqual([
      ['自然人', '其他'],
      ['1', '3'],
    ]);
    expect([copied?.hiddenColumns, copied?.hiddenRows]).toEqual([[{ number: 2, title: '商业企业' }], []]);
  });

  it('a hidden row is left out and named, one that is empty is only left out; spans over both stay in place', () => {
    const copied = block(
      '<table><tr><td rowspan=3>甲</td><td>1</td></tr><tr style="display:none"><td>2</td></tr><tr><td>3</td></tr><tr><td colspan=2>4</td></tr><tr height=0><td></td><td></td></tr></table>',
    );
    expect(copied?.block).toEqual([
      ['甲', '1'],
      [null, '3'],
      ['4', null],
    ]);
    expect(copied?.hiddenRows).toEqual([{ number: 2, title: null }]);
  });
});
