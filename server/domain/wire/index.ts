/**
 * A large answer as it goes to a browser: every text, number, list of keys and thing in it once, however often it is in the answer. The form of a quarter
 * names 150 cells five times over, and most of its figures are the same few; packed it is a quarter.
 *
 * Lossless for what JSON can carry, the order of keys included. `undefined` is left out, as JSON leaves it out.
 */
export interface Packed {
  /** Every text, in order: how many characters it begins with of the one before it, as one digit of base 36, and what follows. */
  texts: string[];
  /** A number, true, false or null; or a thing, `[its shape, its values …]`; or a list, `[-1, its values …]`. Values are places in `texts` and then `parts`, those of a part before it. */
  parts: (number | boolean | null | number[])[];
  /** Lists of keys, as places in `texts`. */
  shapes: number[][];
}

const list = -1;

export function pack(value: unknown): Packed {
  const texts = [...textsIn(value)].sort();
  const texted = new Map(texts.map((text, place) => [text, place]));
  const parts: Packed['parts'] = [];
  const shapes: number[][] = [];
  const plain = new Map<number | boolean | null, number>();
  const composed = new Map<string, number>();
  const shaped = new Map<string, number>();
  const put = (part: Packed['parts'][number]) => texts.length + parts.push(part) - 1;
  const addText = (text: string) => texted.get(text) ?? 0;
  const addComposed = (part: number[]) => placeOf(composed, part.join(), () => put(part));
  const add = (one: unknown): number => {
    if (typeof one === 'string') return addText(one);
    if (Array.isArray(one)) return addComposed([list, ...one.map(add)]);
    if (one !== null && typeof one === 'object') {
      const entries = entriesOf(one);
      const shape = entries.map(([key]) => addText(key));
      const place = placeOf(shaped, shape.join(), () => shapes.push(shape) - 1);
      return addComposed([place, ...entries.map(([, member]) => add(member))]);
    }
    const said = typeof one === 'boolean' || (typeof one === 'number' && Number.isFinite(one)) ? one : null;
    return placeOf(plain, said, () => put(said));
  };
  // The whole is the last part, also where it is a text.
  put([list, add(value)]);
  return { texts: texts.map((text, index) => shortened(text, texts[index - 1] ?? '')), parts, shapes };
}

function textsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (Array.isArray(value)) for (const member of value) textsIn(member, found);
  else if (value !== null && typeof value === 'object') for (const [key, member] of entriesOf(value)) textsIn(member, found.add(key));
  return found;
}

function entriesOf(thing: object): [string, unknown][] {
  return Object.entries(thing).filter(([, member]) => member !== undefined);
}

const mostShared = 35;

function shortened(text: string, before: string): string {
  let shared = 0;
  while (shared < mostShared && shared < text.length && text[shared] === before[shared]) shared += 1;
  return shared.toString(36) + text.slice(shared);
}

function placeOf<Key>(known: Map<Key, number>, key: Key, put: () => number): number {
  const place = known.get(key) ?? put();
  known.set(key, place);
  return place;
}

/** Nothing in it is shared: each thing is made anew wherever it is. */
export function unpack({ texts, parts, shapes }: Packed): unknown {
  const values: unknown[] = [];
  let before = '';
  for (const text of texts) {
    before = before.slice(0, Number.parseInt(text[0] ?? '0', 36)) + text.slice(1);
    values.push(before);
  }
  values.push(...parts);
  const made = (place: number): unknown => {
    const part = values[place];
    if (!Array.isArray(part)) return part;
    const [shape, ...members] = part as number[];
    const keys = shapes[shape ?? list];
    return keys ? Object.fromEntries(keys.map((key, index) => [values[key], made(members[index] ?? 0)])) : members.map(made);
  };
  return (made(values.length - 1) as unknown[])[0];
}

/** The process's and not the module's: a page of Next's has modules of its own, and the answers of the server's. */
const holder = globalThis as typeof globalThis & { __nianbaoPacked?: WeakMap<object, Packed> };
holder.__nianbaoPacked ??= new WeakMap();
const packedBefore = holder.__nianbaoPacked;

/** Packs an answer that is given again and again and never changes, once for all its ways over the wire. @returns the answer itself */
export function packedForWire<T extends object>(answer: T): T {
  packedBefore.set(answer, pack(answer));
  return answer;
}

const plain = new WeakSet<object>();

/**
 * Says of an answer that it is plain JSON through and through: it goes as it is, and nobody looks at each of its thousand parts for what JSON
 * has no word for. @returns the answer itself
 */
export function plainForWire<T extends object>(answer: T): T {
  plain.add(answer);
  return answer;
}

export interface OnWire {
  packed: Packed;
}

/** How an answer goes over the wire, where `packedForWire` or `plainForWire` was asked to see to that. */
export function onWire(answer: unknown): OnWire | { json: unknown } | null {
  if (answer === null || typeof answer !== 'object') return null;
  if (plain.has(answer)) return { json: answer };
  const packed = packedBefore.get(answer);
  return packed ? { packed } : null;
}

export function isOnWire(sent: unknown): sent is OnWire {
  return sent !== null && typeof sent === 'object' && 'packed' in sent;
}

/** An answer for a page that is drawn on the server and taken up in the browser: as one text, a text is all that the page has to read of it. */
export function textForPage(answer: object): string {
  return JSON.stringify(packedBefore.get(answer) ?? pack(answer));
}

/** What `textForPage` was given. */
export function readText(text: string): unknown {
  return unpack(JSON.parse(text));
}
