import { problem, wrong } from '../../reading/json-problem';
import type { Problem } from '../../reading/problem';
import { isJsonObject, type JsonObject, type JsonValue } from '../../reading/read-json';
import type { Sentence } from '../../sentence';
import type { Severity } from '../../subject';
import type { Check } from '../check';
import { addedCheck, comparisons } from './added-rule';
import { refuseUnknownKeys } from './known-keys';
import { readExamples, runExamples } from './read-examples';
import { findCell, formatOfTerms, readTerms } from './read-terms';

const severities = ['must_fix', 'confirm', 'hint'] as const satisfies readonly Severity[];
const keys = ['id', 'sentence', 'severity', 'source', 'left', 'comparison', 'right', 'examples'] as const;

/** One rule a city adds, its examples run. Null, with the problems named, when anything in it is wrong. */
export function readAddedRule(where: string, value: JsonValue, problems: Problem[]): Check | null {
  if (!isJsonObject(value)) {
    problems.push(wrong(where, value, '{ "id": "c-…", … }'));
    return null;
  }
  const before = problems.length;
  refuseUnknownKeys(where, value, keys, problems);
  const id = value.get('id');
  if (typeof id !== 'string' || !/^c-[a-z0-9-]{1,40}$/.test(id)) problems.push(wrong(`${where}.id`, id, '"c-…"（小写字母、数字和连字符）'));
  const severity = severities.find((known) => known === value.get('severity'));
  if (!severity) problems.push(wrong(`${where}.severity`, value.get('severity'), severities.map((one) => `"${one}"`).join(' / ')));
  const source = readText(`${where}.source`, value.get('source'), '"依据"', problems);
  const sentence = readSentence(`${where}.sentence`, value, problems);
  const comparison = comparisons.find((known) => known === value.get('comparison'));
  if (!comparison) problems.push(wrong(`${where}.comparison`, value.get('comparison'), comparisons.map((one) => `"${one}"`).join(' / ')));
  const left = readTerms(`${where}.left`, value.get('left'), problems);
  const right = readTerms(`${where}.right`, value.get('right'), problems);
  const format = formatOfTerms([...left, ...right]);
  if (problems.length === before)
    problems.push(
      ...mismatches(
        where,
        [...left, ...right].map((term) => term.cell),
        format !== null,
      ),
    );
  const examples = readExamples(`${where}.examples`, value.get('examples'), { format: format?.id, problems });
  if (problems.length > before || typeof id !== 'string' || !severity || !comparison || !examples) return null;
  const check = addedCheck({ id, sentence, severity, source, left, comparison, right, examples });
  problems.push(...runExamples(where, check));
  return problems.length > before ? null : check;
}

/** Sides that cannot be compared: none at all, cells of two formats, or cases with money. */
function mismatches(where: string, cells: readonly string[], isOneFormat: boolean): Problem[] {
  const units = [...new Set(cells.map((cell) => findCell(cell)?.quantity))];
  if (cells.length === 0)
    return [problem(where, ['两边都没有单元格', 'neither side names a cell'], ['至少写一个单元格', 'Name at least one cell'])];
  if (!isOneFormat)
    return [
      problem(
        where,
        ['各单元格不属于同一格式', 'its cells belong to different formats'],
        ['一条规则只用一种格式的单元格', 'Use the cells of one format in one rule'],
      ),
    ];
  if (units.length > 1)
    return [
      problem(
        where,
        ['件数与金额不能相加', 'counts and amounts cannot be added up'],
        ['两边只用同一种单位的单元格', 'Use cells of one unit on both sides'],
      ),
    ];
  return [];
}

function readSentence(where: string, rule: JsonObject, problems: Problem[]): Sentence {
  const value = rule.get('sentence');
  if (!isJsonObject(value)) {
    problems.push(wrong(where, value, '{ "zh": "…。", "en": "…." }'));
    return { zh: '', en: '' };
  }
  return {
    zh: withStop(readText(`${where}.zh`, value.get('zh'), '"一句话。"', problems), '。'),
    en: withStop(readText(`${where}.en`, value.get('en'), '"One sentence."', problems), '.'),
  };
}

function withStop(text: string, stop: string): string {
  return text.endsWith(stop) ? text : `${text}${stop}`;
}

/** A text nobody can take for empty; cut to a length that a page can hold. */
export function readText(where: string, value: JsonValue | undefined, wantedText: string, problems: Problem[]): string {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= 500) return value.trim();
  problems.push(
    typeof value === 'string' && value.length > 500
      ? problem(where, ['超过 500 字', 'it is longer than 500 characters'], ['请写短些', 'Shorten it'])
      : wrong(where, value, wantedText),
  );
  return '';
}
