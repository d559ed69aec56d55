import fc from 'fast-check';

/** A piece of a copied cell; it knows its HTML and what a person sees of it. */
export interface Piece {
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

export const piece = fc.oneof(
  { weight: 4, arbitrary: plain },
  { weight: 1, arbitrary: wide },
  { weight: 2, arbitrary: shown },
  { weight: 3, arbitrary: hidden },
  { weight: 3, arbitrary: struck },
  { weight: 2, arbitrary: broken },
  { weight: 2, arbitrary: note },
);

/** The style sheet that the classes of the pieces speak of. */
export const sheet =
  '<style><!-- td {color:black} .unseen {display:none} .through, .old s {text-decoration:line-through;} .f1 {color:red} --></style>';
