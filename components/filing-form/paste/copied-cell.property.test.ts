import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOfText } from '@/server/domain/figures';
import { getCell, getFormat } from '@/server/domain/formats';
import { aClipboard, copiedHtml } from '../../clipboard/testing/a-clipboard';
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

interface Piece {
  html: string;
  /** Of a figure, in the order they are seen; anything else that is seen is one sign that is no digit. */
  seen: string;
  struck: string;
}
const gone = (html: string, struck = ''): Piece => ({ html, seen: '', struck });

/** Five of them are still below 2⁵³. */
const digits = fc.stringMatching(/^[1-9]\d{0,2}$/);
const few = fc.stringMatching(/^\d{1,3}$/);
const plain = digits.map((text): Piece => ({ html: text, seen: text, struck: '' }));
const wide = digits.map(
  (text): Piece => ({ html: text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))), seen: text, struck: '' }),
);
const shown = digits.chain((text) =>
  fc.constantFrom(
    ...[`<b>${text}</b>`, `<ins>${text}</ins>`, `<font class=f1>${text}</font>`, `<span style='color:red'>${text}</span>`].map(
      (html): Piece => ({ html, seen: text, struck: '' }),
    ),
    ...[`<o:p></o:p>${text}`, `<!--9-->${text}`].map((html): Piece => ({ html, seen: text, struck: '' })),
  ),
);
const hidden = few.chain((text) =>
  fc.constantFrom(
    ...[
      `<span style="display:none">${text}</span>`,
      `<span style='DISPLAY : none'>${text}</span>`,
      `<i hidden>${text}</i>`,
      `<script>${text}</script>`,
      `<style>${text}</style>`,
      `<span style="visibility:hidden">${text}</span>`,
      `<span style='mso-hide:all'>${text}</span>`,
      `<span style="font-size:0">${text}</span>`,
      `<span style="opacity:0">${text}</span>`,
      `<span style="position:absolute;left:-9999px">${text}</span>`,
      `<span style="color:#FFFFFF">${text}</span>`,
      `<b class=unseen>${text}</b>`,
      `<template>${text}</template>`,
      `<noscript>${text}</noscript>`,
      `<span style="display:none"><b>${text}</b></span>`,
      `<input type=hidden value=${text}>`,
    ].map((html) => gone(html)),
  ),
);
const struck = few.chain((text) =>
  fc.constantFrom(
    ...[
      `<del>${text}</del>`,
      `<s>${text}</s>`,
      `<strike>${text}</strike>`,
      `<span style="text-decoration:line-through">${text}</span>`,
      `<span style='text-decoration: underline line-through'>${text}</span>`,
      `<span style="text-decoration-line:line-through"><b>${text}</b></span>`,
      `<font class=through>${text}</font>`,
    ].map((html) => gone(html, text)),
  ),
);
const broken = fc.constantFrom(
  ...['<br>', '<br/>', '</p><p>', '<div></div>', ' ', '\n', '　', '<br>\n', "<span style='mso-tab-count:1'>&nbsp;</span>"].map(
    (html): Piece => ({ html, seen: '|', struck: '' }),
  ),
  { html: "<span style='mso-spacerun:yes'>&nbsp;</span>", seen: '|', struck: '' },
  { html: '<pre>\t</pre>', seen: '|', struck: '' },
);
const note = few.chain((text) =>
  fc.constantFrom(
    ...[
      `<sup>${text}</sup>`,
      `<sub>${text}</sub>`,
      `<span style="vertical-align:super">${text}</span>`,
      '①',
      '²',
      '³',
      '⑳',
      '❶',
      '₁',
      `<sup>[${text}]</sup>`,
    ].map((html): Piece => ({ html, seen: '^', struck: '' })),
  ),
);

const piece = fc.oneof(
  { weight: 4, arbitrary: plain },
  { weight: 1, arbitrary: wide },
  { weight: 2, arbitrary: shown },
  { weight: 3, arbitrary: hidden },
  { weight: 3, arbitrary: struck },
  { weight: 2, arbitrary: broken },
  { weight: 2, arbitrary: note },
);

const sheet =
  '<style><!-- td {color:black} .unseen {display:none} .through, .old s {text-decoration:line-through;} .f1 {color:red} --></style>';

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
