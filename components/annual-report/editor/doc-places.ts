import type { Node } from '@tiptap/pm/model';

/** The stored text of an editor's document. */
export function storedOf(doc: Node): string {
  let text = '';
  doc.forEach((paragraph, _, index) => {
    if (index > 0) text += '\n';
    paragraph.forEach((one) => {
      text += storedInline(one);
    });
  });
  return text;
}

export function storedInline(one: Node): string {
  return one.isText ? (one.text ?? '') : String(one.attrs.source ?? '');
}

/** Where a place of the stored text stands in the document. A place within a live number is the place before it. */
export function placeOf(doc: Node, offset: number): number {
  let left = offset;
  let found: number | null = null;
  doc.forEach((paragraph, start, index) => {
    if (found !== null) return;
    if (index > 0) left -= 1;
    const length = lengthOf(paragraph);
    if (left > length) {
      left -= length;
      return;
    }
    found = start + 1 + placeIn(paragraph, left);
  });
  return found ?? doc.content.size - 1;
}

function placeIn(paragraph: Node, offset: number): number {
  let left = offset;
  let place = 0;
  for (let at = 0; at < paragraph.childCount; at += 1) {
    const one = paragraph.child(at);
    const length = storedInline(one).length;
    if (left < length) return place + (one.isText ? left : 0);
    left -= length;
    place += one.nodeSize;
  }
  return place;
}

function lengthOf(paragraph: Node): number {
  let length = 0;
  paragraph.forEach((one) => {
    length += storedInline(one).length;
  });
  return length;
}

/** The place in the stored text of a place in the document. */
export function offsetOf(doc: Node, place: number): number {
  let offset = 0;
  doc.forEach((paragraph, start, index) => {
    if (start + 1 > place && index > 0) return;
    if (index > 0) offset += 1;
    paragraph.forEach((one, at) => {
      const from = start + 1 + at;
      if (from >= place) return;
      offset += one.isText ? Math.min(place - from, one.nodeSize) : storedInline(one).length;
    });
  });
  return offset;
}
