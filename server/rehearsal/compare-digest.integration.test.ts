import { describe, expect, it } from 'vitest';
import { count, type Figure, type FigureBook, withComputed } from '@/server/domain/figures';
import { type CellId, type Format, getFormat, leafCells } from '@/server/domain/formats';
import { buildReportDocument } from '@/server/domain/report/build-report-document';
import { buildReportDigest } from '@/server/domain/report/digest/build-report-digest';
import { type PictureKind, pictureKinds } from '@/server/domain/report/export-kinds';
import { exportsByKind } from '@/server/exports';
import { compareDigest } from './compare-digest';

const formats: [string, Format][] = [
  ['2021', getFormat('2021')],
  ['2019', getFormat('2019')],
];

/** Another count in every leaf, money 0, totals recomputed. */
function book(format: Format, changes: Record<CellId, number> = {}): Map<CellId, Figure> {
  const leaves = leafCells(format).map((cell, index): [CellId, Figure] => [
    cell.id,
    count(changes[cell.id] ?? (cell.quantity === 'count' ? 40 + index : 0)),
  ]);
  return withComputed(format, new Map(leaves));
}

async function compared(kind: PictureKind, format: Format, printed: FigureBook, published: FigureBook) {
  const content = { organ: '示例区人民政府', year: 2023, scope: 'consolidated' as const, figures: printed, texts: {} };
  const document = buildReportDocument({ content, format, edition: 1, contentHash: 'b'.repeat(64) });
  const bytes = await exportsByKind[kind].write(document, content, [], []);
  const digest = buildReportDigest({ document, content, past: [] });
  return compareDigest({ kind, bytes, digest, format, published, ledger: published });
}

describe.each(formats)('a 图解 in the format of %s', (_, format) => {
  it.each(pictureKinds)('read back from %s says what the report says', async (kind) => {
    const figures = book(format);
    expect(await compared(kind, format, figures, figures)).toEqual([]);
  });

  it.each(pictureKinds)('is found out in %s when a drawn number is not the report’s', async (kind) => {
    const [published, printed] = [
      book(format),
      book(format, { 's3.new_received.research_institution': 7, 's3.granted.natural_person': 3 }),
    ];
    const cells = new Set((await compared(kind, format, printed, published)).map(({ cell }) => cell));
    expect(cells).toContain('s3.new_received.research_institution');
    expect(cells).toContain('s3.granted.total');
  });
});

it.each(pictureKinds.filter((kind) => kind !== 'charts'))(
  'a key figure that %s prints wrongly is named with both numbers',
  async (kind) => {
    const format = getFormat('2021');
    const [published, printed] = [book(format), book(format, { 's2.licensing_decisions': 9, 's4.review.upheld': 8 })];
    const differences = await compared(kind, format, printed, published);
    const of = (cell: CellId) => differences.find((one) => one.cell === cell);
    expect(of('s2.licensing_decisions')).toMatchObject({ ours: 9 });
    expect(of('s4.review.upheld')).toMatchObject({ ours: 8 });
    expect(of('s4.review.total')).toBeDefined();
  },
);
