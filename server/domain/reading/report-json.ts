import type { Figure } from '../figures';
import {
  type CellId,
  type Format,
  type FormatId,
  formatIds,
  getFormat,
  isFormatId,
  type RowVariant,
  type TextKey,
  textKeys,
  usualRowVariant,
} from '../formats';
import type { ReportContent, Scope, Texts } from '../subject';
import { problem, wrong } from './json-problem';
import { nearestId } from './nearest-id';
import type { Problem } from './problem';
import { clip, readFigure } from './read-figure';
import { isJsonNumber, isJsonObject, type JsonObject, type JsonValue, readJson } from './read-json';

export interface ReadReport {
  format: Format;
  content: ReportContent;
}
export type ParsedReport = { ok: true; value: ReadReport } | { ok: false; problems: readonly Problem[] };

const kind = 'annual-report';
const scopes = ['own_organ', 'consolidated'] as const satisfies readonly Scope[];

/**
 * Reads a report in the report JSON. Takes all of it or nothing, and names every problem at once. Never throws.
 *
 * A figure that is missing or null is unknown, never zero. `about` and keys that are not known yet are passed over; the row
 * variant is the one `about.row_variant` names, or the one whose cells are there. A text that was once read in the wrong encoding is refused: its
 * words are lost, and would be printed so.
 */
export function parseReportJson(text: string): ParsedReport {
  const damage = damageOf(text);
  if (damage) return { ok: false, problems: [damage] };
  const read = readJson(text);
  if ('problem' in read) return { ok: false, problems: [read.problem] };
  const root = read.value;
  if (!isJsonObject(root))
    return {
      ok: false,
      problems: [problem('文件', ['最外层不是对象', 'the outermost value is no object'], ['应以 { 开头', 'Begin with {'])],
    };
  const problems: Problem[] = [];
  if (root.get('kind') !== kind) problems.push(wrong('kind', root.get('kind'), `"${kind}"`));
  const formatId = readFormatId(root.get('format'), problems);
  const scope = scopes.find((known) => known === root.get('scope'));
  if (!scope) problems.push(wrong('scope', root.get('scope'), '"own_organ" 或 "consolidated"'));
  const organ = root.get('organ');
  if (typeof organ !== 'string' || organ.trim() === '') problems.push(wrong('organ', organ, '"机关名称"'));
  const year = readYear(root.get('year'), problems);
  const format = formatId ? getFormat(formatId, readRowVariant(root, formatId, problems)) : null;
  const figures = format ? readFigures(root.get('figures'), format, problems) : new Map<CellId, Figure>();
  const texts = readTexts(root.get('texts'), problems);
  if (problems.length > 0 || !format || !scope || typeof organ !== 'string' || year === null) return { ok: false, problems };
  return { ok: true, value: { format, content: { organ, year, scope, figures, texts } } };
}

/** What every statutory report says of itself somewhere. @source 政府信息公开条例 Art 50; 国办公开办函〔2021〕30号 */
const headings = /信息公开|主动公开|依申请公开|行政复议|行政诉讼|年度报告/;
/** So much text holds a heading; the name of an organ alone need not. */
const longText = 40;

export function hasHeading(text: string): boolean {
  return headings.test(text);
}

function damageOf(text: string): Problem | null {
  const lost = text.match(/\uFFFD|\\ufffd/gi)?.length ?? 0;
  if (lost > 0)
    return problem(
      '文件',
      [`有 ${lost} 个读不出的字（显示为 �），文字已经丢失`, `${lost} characters of it are lost (shown as �)`],
      ['请用原来的软件打开原文件，另存为 UTF-8 后再试', 'Open the original where it was written, save it as UTF-8 and try again'],
    );
  const foreign = text.match(/[^\0-\u007f]/g)?.length ?? 0;
  const isMisread = foreign >= longText || (foreign > 0 && !/\p{Script=Han}/u.test(text));
  if (hasHeading(text) || !isMisread) return null;
  return problem(
    '文件',
    [
      '读不出年报的标题，可能是按错误的编码打开后另存的',
      'no heading of a report can be read in it; it may have been opened in a wrong encoding and saved so',
    ],
    ['请用原来的软件打开原文件，另存为 UTF-8 后再试', 'Open the original where it was written, save it as UTF-8 and try again'],
  );
}

function readFormatId(value: JsonValue | undefined, problems: Problem[]): FormatId | null {
  if (isFormatId(value)) return value;
  problems.push(wrong('format', value, formatIds.map((id) => `"${id}"`).join(' 或 ')));
  return null;
}

function readYear(value: JsonValue | undefined, problems: Problem[]): number | null {
  if (isJsonNumber(value) && /^(?:19|20|21)\d{2}$/.test(value.number)) return Number(value.number);
  problems.push(wrong('year', value, '2023（四位整数，不加引号）'));
  return null;
}

function readRowVariant(root: JsonObject, formatId: FormatId, problems: Problem[]): RowVariant {
  const figures = root.get('figures');
  const ids = isJsonObject(figures) ? [...figures.keys()] : [];
  const hasSingle = ids.some((id) => id.startsWith('s3.other_single.'));
  const hasThree = ids.some((id) => /^s3\.other_(?:no_correction|fee_unpaid|misc)\./.test(id));
  const about = root.get('about');
  const named = isJsonObject(about) ? about.get('row_variant') : undefined;
  const isNamed = named === 'other_single' || named === 'other_three';
  if ((hasSingle && hasThree) || (named === 'other_single' && hasThree) || (named === 'other_three' && hasSingle))
    problems.push(
      problem(
        'figures',
        [
          '（六）其他处理的一行（other_single）与三行（other_no_correction 等）混在一起',
          'the single row of （六） (other_single) is mixed with its three rows',
        ],
        ['只保留报告实际印出的那一种', 'Keep the one that the report prints'],
      ),
    );
  if (isNamed) return named;
  if (hasSingle) return 'other_single';
  return hasThree ? 'other_three' : usualRowVariant[formatId];
}

function readFigures(value: JsonValue | undefined, format: Format, problems: Problem[]): Map<CellId, Figure> {
  const figures = new Map<CellId, Figure>();
  if (!isJsonObject(value)) {
    problems.push(wrong('figures', value, '{ "单元格": 数, … }'));
    return figures;
  }
  for (const [id, raw] of value) {
    const cell = format.cells.get(id);
    if (!cell) {
      // The mixed variant has been named once already.
      if (!/^s3\.other_/.test(id) || !existsInOtherVariant(format, id)) problems.push(unknownCell(format, id));
      continue;
    }
    const read = readFigure(cell, raw);
    if ('problem' in read) problems.push(read.problem);
    else if (read.figure) figures.set(id, read.figure);
  }
  return figures;
}

function existsInOtherVariant(format: Format, id: CellId): boolean {
  return getFormat(format.id, format.rowVariant === 'other_three' ? 'other_single' : 'other_three').cells.has(id);
}

function unknownCell(format: Format, id: string): Problem {
  const near = nearestId(id, format.cells.keys());
  return problem(
    `figures.${clip(id)}`,
    [`${format.id} 年格式没有这个单元格`, `the ${format.id} format has no such cell`],
    near ? [`是不是 ${near}`, `Perhaps ${near} was meant`] : ['请按格式的单元格编号填写', 'Use the cell ids of the format'],
  );
}

function readTexts(value: JsonValue | undefined, problems: Problem[]): Texts {
  if (value === undefined || value === null) return {};
  if (!isJsonObject(value)) {
    problems.push(wrong('texts', value, '{ "preamble": "…", "1": "…", "5": "…", "6": "…" }'));
    return {};
  }
  const texts: Partial<Record<TextKey, string>> = {};
  for (const [key, text] of value) {
    const known = textKeys.find((one) => one === key);
    if (!known)
      problems.push(
        problem(
          `texts.${clip(key)}`,
          ['没有这一部分', 'there is no such text'],
          [`可用的有 ${textKeys.join('、')}`, `Use ${textKeys.join(', ')}`],
        ),
      );
    else if (typeof text === 'string') texts[known] = text;
    else if (text !== null) problems.push(wrong(`texts.${key}`, text, '"文字"'));
  }
  return texts;
}
