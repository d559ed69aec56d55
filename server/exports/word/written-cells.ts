import { Document, type IContext, type IXmlableObject, Packer, Table, TableCell, TableRow } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';

/** A cell but for its words. Plain data: two cells that say the same here are written alike. */
export type CellShape = object;

export interface CellWords {
  text: string;
  remark: string;
}

interface Placed<Shape> {
  key: string;
  shape: Shape;
  words: CellWords;
}

/**
 * Most cells of a report are like cells of every other report but for their words, and to have the library write some five hundred anew took
 * most of a Word file's time and memory. It writes each shape once; in a document stand places, and into the document's XML come the written
 * cells with their words.
 */
export class WrittenCells<Shape extends CellShape> {
  readonly #write: (shape: Shape, words: CellWords) => TableCell;
  readonly #forms: Map<string, readonly string[]>;
  readonly #placed: Placed<Shape>[] = [];

  /**
   * @param write a cell as the library has it; what it makes of a shape must hang on nothing but the shape and whether there are words
   * @param forms what is known of earlier documents
   */
  constructor(write: (shape: Shape, words: CellWords) => TableCell, forms: Map<string, readonly string[]>) {
    this.#write = write;
    this.#forms = forms;
  }

  /** Where a cell stands in the document. */
  place(shape: Shape, { text, remark }: CellWords): TableCell {
    const words = { text: withoutIllegalCharacters(text), remark: withoutIllegalCharacters(remark) };
    const key = `${words.text === '' ? '' : 't'}${words.remark === '' ? '' : 'r'}${JSON.stringify(shape)}`;
    this.#placed.push({ key, shape, words });
    return new Place(this.#placed.length - 1);
  }

  /** Has the library write every form that no document had so far. */
  async learned(): Promise<void> {
    const unknown = [...new Map(this.#placed.filter(({ key }) => !this.#forms.has(key)).map((one) => [one.key, one])).values()];
    if (unknown.length === 0) return;
    const cells = unknown.map(({ shape, words }) =>
      this.#write(shape, { text: words.text && marks.text, remark: words.remark && marks.remark }),
    );
    const document = new Document({
      sections: [{ children: [new Table({ rows: cells.map((cell) => new TableRow({ children: [cell] })) })] }],
    });
    const xml = strFromU8(unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))['word/document.xml'] as Uint8Array);
    const written = xml.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
    for (const [index, { key }] of unknown.entries()) this.#forms.set(key, parts(written[index] ?? ''));
  }

  /** The document's XML with every cell in its place, once their forms are `learned`. */
  into(xml: string): string {
    return xml.replace(/<w:tc>(\d+)<\/w:tc>/g, (_, number) => this.#xmlOf(Number(number)));
  }

  #xmlOf(number: number): string {
    const { key, words } = this.#placed[number] as Placed<Shape>;
    const [before = '', between = '', after = ''] = this.#forms.get(key) ?? [];
    return `${before}${escaped(words.text)}${between}${escaped(words.remark)}${after}`;
  }
}

/** Stand for words in what the library writes. */
const marks = { text: 'the-text-of-the-cell', remark: 'the-remark-of-the-cell' } as const;

/** Around the text and around the remark; where there is none, the place is where it would not matter. */
function parts(xml: string): [string, string, string] {
  const [before = '', rest] = xml.split(marks.text);
  const [between = '', after = ''] = (rest ?? before).split(marks.remark);
  return rest === undefined ? ['', between, after] : [before, between, after];
}

/** What the document holds until the cell is written; nothing else is a cell with a bare number in it. */
class Place extends TableCell {
  readonly #number: number;

  constructor(number: number) {
    super({ children: [] });
    this.#number = number;
  }

  override prepForXml(_: IContext): IXmlableObject {
    return { 'w:tc': [String(this.#number)] };
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', "'": '&apos;', '<': '&lt;', '>': '&gt;' };

/** As the library does it. */
function escaped(text: string): string {
  return text.replace(/[&"'<>]/g, (character) => entities[character] ?? '');
}
