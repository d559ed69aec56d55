import { type CellId, cellName, type Format, isNoteKey, type ProseKey, proseKeys } from '../formats';
import { type ComparedParagraph, compareTexts } from '../report/blackline/compare-texts';
import { proseIn } from '../report/prose-in';
import { type PartKey, partOfProse, type SignableContent } from './signable-content';

/** What a signer is shown: figures before and after, texts with what went out and came in, and lines of everything else. */
export interface SignableDifference {
  cells: readonly { cell: CellId; name: string; before: string; after: string }[];
  /** Changed texts only, notes below tables among them. */
  texts: readonly { key: ProseKey; paragraphs: readonly ComparedParagraph[] }[];
  /** Parts that are lists: what is gone from them, what has come. */
  lists: readonly { part: ListPart; gone: readonly string[]; come: readonly string[] }[];
}

export type ListPart = 'notes' | 'indicators' | 'missing' | 'adjustments' | 'findings';
const listParts: readonly ListPart[] = ['notes', 'indicators', 'missing', 'adjustments', 'findings'];

export function isSame({ cells, texts, lists }: SignableDifference): boolean {
  return cells.length + texts.length + lists.length === 0;
}

/**
 * From one content to another.
 *
 * @param only the parts to be told of; all, without it
 */
export function signableDifference(
  format: Format,
  before: SignableContent,
  after: SignableContent,
  only?: readonly PartKey[],
): SignableDifference {
  const asked = (part: PartKey) => only === undefined || only.includes(part);
  const tables = [...new Set([...Object.keys(before.tables), ...Object.keys(after.tables)])].filter((id) => asked(`table:${id}`));
  return {
    cells: tables.flatMap((id) => changedCells(format, before.tables[id] ?? {}, after.tables[id] ?? {})),
    texts: proseKeys.flatMap((key) => {
      const [was, is] = [proseIn(before)[key] ?? '', proseIn(after)[key] ?? ''];
      return was === is || !asked(partOfProse(key)) ? [] : [{ key, paragraphs: compareTexts(was, is) }];
    }),
    lists: listParts.filter(asked).flatMap((part) => {
      const [was, is] = [linesOf(format, before, part), linesOf(format, after, part)];
      const [gone, come] = [was.filter((line) => !is.includes(line)), is.filter((line) => !was.includes(line))];
      return gone.length + come.length === 0 ? [] : [{ part, gone, come }];
    }),
  };
}

function changedCells(
  format: Format,
  before: Readonly<Record<CellId, string>>,
  after: Readonly<Record<CellId, string>>,
): SignableDifference['cells'][number][] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((cell) => {
    const [was, is] = [before[cell] ?? '', after[cell] ?? ''];
    return was === is ? [] : [{ cell, name: nameOf(format, cell), before: was, after: is }];
  });
}

/** The lines of a list, in the words of the report itself. */
function linesOf(format: Format, content: SignableContent, part: ListPart): string[] {
  switch (part) {
    case 'notes':
      return Object.entries(content.notes).flatMap(([place, text]) => (isNoteKey(place) ? [] : [`${nameOf(format, place)}：${text}`]));
    case 'indicators':
      return content.indicators.map(({ name, printed }) => `${name}：${printed}`);
    case 'missing':
      return content.missing.map(({ unitName, quarters }) => `${unitName}：${quarters.join('、')}`);
    case 'adjustments':
      return content.adjustments.map(
        (line) => `${nameOf(format, line.cell)} ${line.change}：${line.reason}${line.countersignedBy ? ' ✓' : ''}`,
      );
    case 'findings':
      return content.findings.map(
        ({ rule, message, said }) =>
          `${rule} ${message.zh}${said.map((one) => `（${one.text}${one.countersignedBy ? ' ✓' : ''}）`).join('')}`,
      );
    default:
      return part satisfies never;
  }
}

function nameOf(format: Format, place: string): string {
  const cell = format.cells.get(place);
  return cell ? cellName(cell) : place;
}
