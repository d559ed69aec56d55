import { type Cell, type CellId, type Format, getFormat } from '../../formats';
import { problem, wrong } from '../../reading/json-problem';
import { nearestId } from '../../reading/nearest-id';
import type { Problem } from '../../reading/problem';
import { clip } from '../../reading/read-figure';
import type { JsonValue } from '../../reading/read-json';
import type { Term } from '../identity';

/** Formats an added rule may be about, the one in force first. */
const formats = [getFormat('2021'), getFormat('2019')] as const;
const books = ['lastYear', 'before'] as const;

/** `s3.granted.total`, `-s3.carried_out.total`, `lastYear.s3.carried_out.total`: one side of an added rule. */
export function readTerms(where: string, value: JsonValue | undefined, problems: Problem[]): Term[] {
  if (!Array.isArray(value)) {
    problems.push(wrong(where, value, '["s3.granted.total", "-s3.carried_out.total"]'));
    return [];
  }
  return value.flatMap((one: JsonValue, index): Term[] => {
    const at = `${where}[${index}]`;
    if (typeof one !== 'string') {
      problems.push(wrong(at, one, '"s3.granted.total"'));
      return [];
    }
    const term = termOf(one);
    if (findCell(term.cell)) return [term];
    problems.push(unknownCell(at, term.cell));
    return [];
  });
}

function termOf(text: string): Term {
  const sign = text.startsWith('-') ? -1 : 1;
  const bare = text.replace(/^-/, '');
  const book = books.find((name) => bare.startsWith(`${name}.`));
  return { cell: book ? bare.slice(book.length + 1) : bare, sign, in: book ?? 'subject' };
}

export function findCell(id: CellId): Cell | undefined {
  return formats.map((format) => format.cells.get(id)).find((cell) => cell !== undefined);
}

/** The format that has all the cells of a rule; null when it mixes formats. */
export function formatOfTerms(terms: readonly Term[]): Format | null {
  return formats.find((format) => terms.every((term) => format.cells.has(term.cell))) ?? null;
}

export function unknownCell(where: string, id: string): Problem {
  const near = nearestId(
    id,
    formats.flatMap((format) => [...format.cells.keys()]),
  );
  return problem(
    where,
    [`没有单元格“${clip(id)}”`, `there is no cell “${clip(id)}”`],
    near ? [`是不是 ${near}`, `Perhaps ${near} was meant`] : ['请按格式的单元格编号填写', 'Use the cell ids of the format'],
  );
}
