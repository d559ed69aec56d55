import { describe, expect, it } from 'vitest';
import { count, type Figure, notApplicable, withComputed } from '../figures';
import { type CellId, getFormat, leafCells } from '../formats';
import type { ReportContent } from '../subject';
import { buildReportDocument } from './build-report-document';
import type { Block } from './report-document';

const format = getFormat('2021');
const contentHash = 'a'.repeat(64);

function aReport(changes: Partial<ReportContent> & { figures?: Map<CellId, Figure> } = {}): ReportContent {
  const figures = withComputed(format, new Map(leafCells(format).map((cell) => [cell.id, count(0)])));
  return { organ: '示例区人民政府', year: 2024, scope: 'consolidated', figures, texts: {}, ...changes };
}

function withFigure(id: CellId, figure: Figure | null): Map<CellId, Figure> {
  const figures = new Map(aReport().figures);
  if (figure) figures.set(id, figure);
  else figures.delete(id);
  return figures;
}

function tables(blocks: readonly Block[]): Extract<Block, { kind: 'table' }>[] {
  return blocks.filter((block) => block.kind === 'table');
}

describe('buildReportDocument', () => {
  it('prints title, preamble, six chapters with their fixed titles, and the tables in their chapters', () => {
    const { blocks } = buildReportDocument({
      content: aReport({ texts: { preamble: '前言。', '1': '一段。', '5': '五段。', '6': '六段。' } }),
      format,
      edition: 1,
      contentHash,
    });
    expect(
      blocks.map((block) => (block.kind === 'table' ? block.layout.id : block.kind === 'title' ? block.lines.join('|') : block.text)),
    ).toEqual([
      '示例区人民政府|2024年政府信息公开工作年度报告',
      '前言。',
      '一、总体情况',
      '一段。',
      '二、主动公开政府信息情况',
      't2',
      '三、收到和处理政府信息公开申请情况',
      't3',
      '四、政府信息公开行政复议、行政诉讼情况',
      't4',
      '五、存在的主要问题及改进情况',
      '五段。',
      '六、其他需要报告的事项',
      '六段。',
    ]);
  });

  it('gives an edition a text for every printed cell, 不适用 as 0', () => {
    const document = buildReportDocument({
      content: aReport({ figures: withFigure('s2.licensing_decisions', notApplicable) }),
      format,
      edition: 3,
      contentHash,
    });
    const figures = Object.assign({}, ...tables(document.blocks).map((table) => table.figures));
    expect(Object.keys(figures)).toHaveLength([...format.cells.values()].filter((cell) => cell.isPrinted).length);
    expect(figures['s2.licensing_decisions']).toBe('0');
  });

  it.each<[string, Figure | null]>([
    ['not filled', null],
    ['unreadable', { state: 'unreadable', raw: '约3' }],
  ])('refuses an edition with a cell that is %s', (_, figure) => {
    const content = aReport({ figures: withFigure('s3.granted.natural_person', figure) });
    expect(() => buildReportDocument({ content, format, edition: 1, contentHash })).toThrow('s3.granted.natural_person');
  });

  it('leaves an unfilled cell of a draft empty and shows what was typed into an unreadable one', () => {
    const figures = withFigure('s3.granted.natural_person', null);
    figures.set('s3.granted.other_org', { state: 'unreadable', raw: '约3' });
    const document = buildReportDocument({ content: aReport({ figures }), format, edition: null, contentHash });
    const t3 = tables(document.blocks).find((table) => table.layout.id === 't3');
    expect(t3?.figures['s3.granted.natural_person']).toBe('');
    expect(t3?.figures['s3.granted.other_org']).toBe('约3');
  });

  it('names the missing units of a draft under its title', () => {
    const { blocks } = buildReportDocument({
      content: aReport(),
      format,
      edition: null,
      contentHash,
      missingUnits: [{ unit: '甲局' }, { unit: '乙街道' }],
      reportedUnits: { n: 10, m: 12 },
    });
    expect(blocks[1]).toEqual({ kind: 'note', text: '注：本报告汇总了12个单位中10个单位的数据，未包括：甲局、乙街道。' });
  });

  it('names the missing units of an edition below the last table', () => {
    const { blocks } = buildReportDocument({ content: aReport(), format, edition: 1, contentHash, missingUnits: [{ unit: '甲局' }] });
    const note = blocks.findIndex((block) => block.kind === 'note');
    expect(blocks[note - 1]).toMatchObject({ kind: 'table', layout: { id: 't4' } });
    expect(blocks[note + 1]).toMatchObject({ kind: 'heading', text: '五、存在的主要问题及改进情况' });
  });

  it('draws the row variant it is given', () => {
    const single = getFormat('2021', 'other_single');
    const figures = withComputed(single, new Map(leafCells(single).map((cell) => [cell.id, count(1)])));
    const document = buildReportDocument({ content: aReport({ figures }), format: single, edition: 1, contentHash });
    expect(tables(document.blocks)[1]?.figures['s3.other_single.total']).toBe('6');
  });
});
