import type { CellId } from '../../formats';
import { problem, wrong } from '../../reading/json-problem';
import type { Problem } from '../../reading/problem';
import { readFigure } from '../../reading/read-figure';
import { isJsonNumber, isJsonObject, type JsonValue } from '../../reading/read-json';
import type { Check, CheckExample } from '../check';
import { subjectFrom } from '../example-subject';
import { findCell, unknownCell } from './read-terms';

const kinds = ['passing', 'failing', 'blank'] as const;
type Kind = (typeof kinds)[number];

/** The three examples of an added rule: figures by cell, as report JSON writes them. */
export function readExamples(
  where: string,
  value: JsonValue | undefined,
  { format, problems }: { format: CheckExample['format']; problems: Problem[] },
): Check['examples'] | null {
  if (!isJsonObject(value)) {
    problems.push(wrong(where, value, '{ "passing": {…}, "failing": {…}, "blank": {…} }'));
    return null;
  }
  const before = problems.length;
  const [passing, failing, blank] = kinds.map((kind) => readExample(`${where}.${kind}`, value.get(kind), problems));
  if (problems.length > before || !passing || !failing || !blank) return null;
  const inFormat = format ? { format } : {};
  return { passing: { ...passing, ...inFormat }, failing: { ...failing, ...inFormat }, blank: { ...blank, ...inFormat } };
}

function readExample(where: string, value: JsonValue | undefined, problems: Problem[]): CheckExample | null {
  const title = isJsonObject(value) ? value.get('title') : undefined;
  if (!isJsonObject(value) || typeof title !== 'string') {
    problems.push(wrong(isJsonObject(value) ? `${where}.title` : where, title, '{ "title": "3 + 4 = 7", "figures": {…} }'));
    return null;
  }
  const books = (['figures', 'lastYear', 'before'] as const).map(
    (book) => [book, readBook(`${where}.${book}`, value.get(book), problems)] as const,
  );
  const { figures = {}, lastYear, before } = Object.fromEntries(books.filter(([, book]) => book !== null));
  return {
    title,
    figures: figures ?? {},
    ...(lastYear ? { lastYear: { figures: lastYear } } : {}),
    ...(before ? { before, subject: { kind: 'filing', quarter: 2 } } : {}),
  };
}

function readBook(where: string, value: JsonValue | undefined, problems: Problem[]): Record<CellId, number | string> | null {
  if (value === undefined) return null;
  if (!isJsonObject(value)) {
    problems.push(wrong(where, value, '{ "s3.granted.total": 3 }'));
    return null;
  }
  const figures: Record<CellId, number | string> = {};
  for (const [id, raw] of value) {
    const cell = findCell(id);
    if (!cell) {
      problems.push(unknownCell(where, id));
      continue;
    }
    const read = readFigure(cell, raw);
    if ('problem' in read) problems.push({ ...read.problem, where: `${where}.${id}` });
    else if (isJsonNumber(raw)) figures[id] = Number(raw.number);
    else if (typeof raw === 'string') figures[id] = raw;
  }
  return figures;
}

const wanted: Record<Kind, { zh: string; en: string }> = {
  passing: { zh: '应当通过', en: 'should pass' },
  failing: { zh: '应当查出问题', en: 'should be found' },
  blank: { zh: '应当无法核对', en: 'should not be checkable' },
};

/** Runs the examples of an added rule, so that a rule which does not do what its author thinks never reaches an office. */
export function runExamples(where: string, check: Check): Problem[] {
  return kinds.flatMap((kind): Problem[] => {
    const subject = subjectFrom(check.examples[kind]);
    const applies = check.appliesTo(subject);
    const verdict = applies ? verdictOf(check.run(subject)) : kind === 'blank' ? 'blank' : null;
    if (verdict === kind) return [];
    const found = verdict ? didInstead[verdict] : { zh: '规则对它不适用', en: 'the rule does not apply to it' };
    return [
      problem(
        `${where}.examples.${kind}`,
        [`这个例子${wanted[kind].zh}，实际${found.zh}`, `this example ${wanted[kind].en}, but ${found.en}`],
        ['请核对例子的数，或者规则的两边', 'Check the figures of the example, or the sides of the rule'],
      ),
    ];
  });
}

const didInstead: Record<Kind, { zh: string; en: string }> = {
  passing: { zh: '通过了', en: 'it passed' },
  failing: { zh: '查出了问题', en: 'it was found' },
  blank: { zh: '无法核对', en: 'it was not checkable' },
};

function verdictOf({ findings, passed }: ReturnType<Check['run']>): Kind {
  if (findings.length > 0) return 'failing';
  return passed > 0 ? 'passing' : 'blank';
}
