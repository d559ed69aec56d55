/**
 * Says of a text that it was pasted with a plain blank between figures: typed, `3 120` is 3120; pasted, it may be two columns of a PDF.
 * It travels in front of the text through everything that keeps texts (what is on the screen, undo, the outbox, a slip), so that none
 * of them reads the text otherwise. No key writes it. It is neither shown nor stored with a figure: there the state says it.
 */
const mark = '\u2063';

/** A blank behind a figure, its sign or its separator, and before the next figure. */
const doubtfulBlank = /[\d.,+\-−–—―‐－﹣] +[\d.,]/;

/** A text as a paste brings it. */
export function asPasted(text: string): string {
  const plain = withoutPasteMark(text);
  return doubtfulBlank.test(asRead(plain)) ? mark + plain : plain;
}

/** Whether its blanks are none that a person typed. */
export function isDoubtful(text: string): boolean {
  return text.includes(mark) && doubtfulBlank.test(asRead(text));
}

export function withoutPasteMark(text: string): string {
  return text.replaceAll(mark, '');
}

/** What a key made of a text: while a pasted blank is left between figures, it is still the pasted one. */
export function asTypedOver(before: string, after: string): string {
  return before.includes(mark) ? asPasted(after) : withoutPasteMark(after);
}

const invisible = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g;

/** The signs of a text that count when it is read as a figure. */
export function asRead(text: string): string {
  return fromFullWidth(withoutPasteMark(text)).replace(invisible, '');
}

/** Full-width forms as plain ones; U+3000 stays, because it is a blank and not a figure. No other sign becomes one that it only resembles. */
function fromFullWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

const signs = { '\n': '↵', '\t': '⇥' } as const;

/** A text as a field of one line shows it: a break, which such a field would drop without a word, as a sign. */
export function shownInField(text: string): string {
  return withoutPasteMark(text).replaceAll('\n', signs['\n']).replaceAll('\t', signs['\t']);
}

/** What stands in a field, as a text; `before` is the text that was shown in it. */
export function textOfField(before: string, shown: string): string {
  return asTypedOver(before, shown.replaceAll(signs['\n'], '\n').replaceAll(signs['\t'], '\t'));
}
