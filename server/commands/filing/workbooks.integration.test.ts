import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findFigure, latestEvents, listFigures } from '@/db/store';
import { exportWorkbook } from '@/server/commands/export/export-workbook';
import { packWorkbooks } from '@/server/commands/export/pack-workbooks';
import { count } from '@/server/domain/figures';
import { type CellId, getFormat, leafCells } from '@/server/domain/formats';
import { loadCellHistory } from '@/server/queries/cell-history';
import { previewWorkbook, type WorkbookPreview } from '@/server/queries/workbook-preview';
import { settleFindings, submitQuarter, typeQuarter } from '@/server/rehearsal/file-quarter';
import { typeCell } from '@/server/testing/a-district';
import { type Edit, type OpenWorkbook, openWorkbook, withColumnBefore, withRowBefore } from '@/server/testing/edited-workbook';
import { inADistrict } from '@/server/testing/in-a-district';
import { kindsOf } from '@/server/testing/log-of';
import { expectRefused, refusalOf } from '@/server/testing/refusal-of';
import { type Work, workOf } from '@/server/work';
import { quarterWorkbookFile } from '@/server/work/jobs/quarter-workbook';
import type { CommandContext } from '../command';
import { approveFiling } from './approve-filing';
import { declareNothing } from './declare-nothing';
import { takeInWorkbook } from './take-in-workbook';

const natural = 's3.granted.natural_person';
const business = 's3.granted.commercial_enterprise';
const issued = 's2.regulations.issued';
const fee = 's2.admin_fees';

const district = inADistrict({ openQuarters: [1, 2] });

async function takenOut(quarter: 1 | 2 = 1, by: CommandContext = district().clerk()): Promise<OpenWorkbook> {
  const { id } = await district().filing(0, quarter);
  return openWorkbook((await exportWorkbook(by, id)).bytes);
}

const preview = (bytes: Uint8Array, { by = district().clerk(), filingId = null as string | null } = {}): Promise<WorkbookPreview> =>
  previewWorkbook(
    { reader: district().store.read, actor: by.actor, overlay: null, work: workOf(by) },
    { filingId, file: { name: '一季度.xlsx', bytes } },
  );

let changes = 0;
async function takeIn(bytes: Uint8Array, choice: { clears?: boolean; takes?: CellId[]; by?: CommandContext; seen?: string } = {}) {
  const by = choice.by ?? district().clerk();
  const { filingId, plan } = await preview(bytes, { by });
  changes += 1;
  const { clears = false, takes = [], seen = plan.hash } = choice;
  return takeInWorkbook(by, { filingId, changeId: `workbook ${changes}`, file: { name: '一季度.xlsx', bytes }, seen, clears, takes });
}

async function edited(edits: Record<CellId, Edit>, book?: OpenWorkbook): Promise<Uint8Array> {
  const open = book ?? (await takenOut());
  for (const [cell, edit] of Object.entries(edits)) open.set(cell, edit);
  return open.saved();
}

const said = ({ plan }: WorkbookPreview) => plan.changes.map(({ cell, before, after }) => [cell, before, after]);
const textsIn = async () => {
  const { id } = await district().filing();
  return new Map((await listFigures(district().store.read, id)).map((one) => [one.cell, one.raw]));
};

describe('a workbook out and back', () => {
  it('T36: says nothing new when nothing was changed in it, whatever stands in the quarter', async () => {
    const { id } = await district().filing();
    const typed: Record<CellId, string> = { [natural]: '1,002', [business]: '1.2万', [issued]: '不适用', [fee]: '12.50' };
    for (const [cell, raw] of Object.entries(typed)) await typeCell(district().clerk(), id, { cell, raw });
    const bytes = (await takenOut()).saved();
    const { plan } = await preview(bytes);
    expect(plan).toMatchObject({ changes: [], conflicts: [], problems: [], notes: [] });
    expect((await expectRefused(takeIn(bytes), 'invalid')).sentence.zh).toMatch(/没有差别/);
  });

  it('writes what was changed in it and no more, and the trace of each figure leads to the file', async () => {
    const { id } = await district().filing();
    await typeCell(district().clerk(), id, { cell: natural, raw: '7' });
    const before = await textsIn();
    const bytes = await edited({ [natural]: { is: 'number', value: '8' }, [business]: { is: 'text', value: '１，００２' } });
    const kinds = await kindsOf(district().store, async () => {
      expect(await takeIn(bytes)).toEqual({ written: 2, kept: 0, blanks: 0 });
    });
    expect(kinds).toEqual(['figure.saved', 'figure.saved', 'workbook.taken_in']);
    expect(await textsIn()).toEqual(new Map([...before, [natural, '8'], [business, '１，００２']]));
    const hash = createHash('sha256').update(bytes).digest('hex');
    const [taken] = await latestEvents(district().store.read, {
      objectType: 'filing',
      objectId: id,
      kinds: ['workbook.taken_in'],
      limit: 1,
    });
    const [saved] = await latestEvents(district().store.read, { objectType: 'filing', objectId: id, kinds: ['figure.saved'], limit: 1 });
    expect(taken?.payload).toMatchObject({ file: '一季度.xlsx', hash });
    expect(saved?.payload).toMatchObject({ cell: business, workbook: hash.slice(0, 12) });
    const { changes } = await loadCellHistory(district().store.read, district().clerk().actor, { filingId: id, cell: natural });
    expect(changes.map(({ before: was, after, workbook, by }) => [was, after, workbook, by])).toEqual([
      ['7', '8', '一季度.xlsx', district().clerk().actor.name],
      [null, '7', null, district().clerk().actor.name],
    ]);
  });

  it('keeps what somebody saved meanwhile: only a cell that changed in both is asked about, and its person decides', async () => {
    const { id } = await district().filing();
    await typeCell(district().clerk(), id, { cell: natural, raw: '7' });
    const book = await takenOut();
    await typeCell(district().clerk(), id, { cell: natural, raw: '70', baseVersion: 1 });
    await typeCell(district().clerk(), id, { cell: business, raw: '5' });
    const bytes = await edited({ [natural]: { is: 'number', value: '8' }, [issued]: { is: 'number', value: '1' } }, book);
    const { plan } = await preview(bytes);
    expect([plan.changes.map(({ cell }) => cell), plan.conflicts]).toEqual([
      [issued],
      [expect.objectContaining({ cell: natural, was: '7', now: '70', after: '8' })],
    ]);
    expect(await takeIn(bytes)).toEqual({ written: 1, kept: 1, blanks: 0 });
    expect([(await textsIn()).get(natural), (await textsIn()).get(business)]).toEqual(['70', '5']);
    expect(await takeIn(bytes, { takes: [natural] })).toEqual({ written: 1, kept: 0, blanks: 0 });
    expect((await textsIn()).get(natural)).toBe('8');
  });

  it('is bound to the preview that was seen: a quarter that has changed since refuses the whole', async () => {
    const { id } = await district().filing();
    const bytes = await edited({ [natural]: { is: 'number', value: '8' }, [business]: { is: 'number', value: '9' } });
    const seen = (await preview(bytes)).plan.hash;
    await typeCell(district().clerk(), id, { cell: natural, raw: '3' });
    expect((await expectRefused(takeIn(bytes, { seen }), 'conflict')).sentence.zh).toMatch(/又有变化/);
    expect(await textsIn()).toEqual(new Map([[natural, '3']]));
  });

  it('is bound to the declarations too: 本期无 that a colleague says after the preview is not ended unseen', async () => {
    const { id } = await district().filing();
    const bytes = await edited({ 's4.review.upheld': { is: 'number', value: '1' } });
    const seen = (await preview(bytes)).plan.hash;
    await declareNothing(district().clerk(), { filingId: id, section: '4', declare: true });
    await expectRefused(takeIn(bytes, { seen }), 'conflict');
    expect(await textsIn()).toEqual(new Map());
  });

  it('a blank over a figure is told, and clears it only when that is said', async () => {
    const { id } = await district().filing();
    await typeCell(district().clerk(), id, { cell: natural, raw: '7' });
    const bytes = await edited({ [natural]: { is: 'blank' }, [business]: { is: 'number', value: '0' } });
    expect((await preview(bytes)).plan.changes).toMatchObject([
      { cell: natural, kind: 'clear', before: '7', after: '' },
      { cell: business, kind: 'set', before: '', after: '0' },
    ]);
    expect(await takeIn(bytes)).toEqual({ written: 1, kept: 0, blanks: 1 });
    expect((await textsIn()).get(natural)).toBe('7');
    expect(await takeIn(bytes, { clears: true })).toEqual({ written: 1, kept: 0, blanks: 0 });
    expect((await findFigure(district().store.read, id, natural))?.figure).toEqual({ state: 'not_filled' });
  });

  it('a blank where nobody typed anything says nothing: 不适用 of a unit without the power stands', async () => {
    const book = await takenOut();
    const outside = [issued, fee].filter((cell) => book.innerOf(cell) !== '');
    expect(outside).not.toEqual([]);
    expect((await preview(await edited(Object.fromEntries(outside.map((cell) => [cell, { is: 'blank' }])), book))).plan.changes).toEqual(
      [],
    );
  });

  it('T35: writes nothing at all while one place cannot be read, and says where', async () => {
    const book = await takenOut();
    const bytes = await edited(
      {
        [natural]: { is: 'number', value: '8' },
        [business]: { is: 'text', value: '1.2万' },
        [issued]: { is: 'number', value: '1.5' },
        's2.regulations.repealed': { is: 'number', value: '-1' },
        's4.review.upheld': { is: 'error', value: '#REF!' },
        's4.review.corrected': { is: 'formula', formula: '1+1', shown: null },
        's4.review.other': { is: 'boolean', value: '1' },
        's4.review.pending': { is: 'text', value: '3 120' },
      },
      book,
    );
    const { plan } = await preview(bytes);
    expect(plan.problems.map(({ sheet, at, what }) => [`${sheet}!${at}`, 'reason' in what ? what.reason : what.kind]).sort()).toEqual(
      [
        [`${book.placeOf(business).sheet}!${book.placeOf(business).at}`, 'needs_conversion'],
        [`二、主动公开!${book.placeOf(issued).at}`, 'not_whole'],
        [`二、主动公开!${book.placeOf('s2.regulations.repealed').at}`, 'negative'],
        ['四、复议诉讼!A6', 'error_value'],
        ['四、复议诉讼!B6', 'no_value'],
        ['四、复议诉讼!C6', 'boolean'],
        ['四、复议诉讼!D6', 'pasted_blank'],
      ].sort(),
    );
    expect((await expectRefused(takeIn(bytes), 'invalid')).sentence.zh).toMatch(/7 处不能导入/);
    expect(await textsIn()).toEqual(new Map());
  });

  it('takes what a formula showed and says so; a total that was typed over is told and never written', async () => {
    const book = await takenOut();
    const bytes = await edited(
      {
        [natural]: { is: 'formula', formula: 'SUM(1,2)*3', shown: '9' },
        [business]: { is: 'formula', formula: '"1"&"2"', shown: '12', type: 'str' },
      },
      book,
    );
    const { plan } = await preview(bytes);
    expect(plan.notes).toMatchObject([
      { kind: 'formula', formula: 'SUM(1,2)*3', text: '9' },
      { kind: 'formula', formula: '"1"&"2"', text: '12' },
    ]);
    expect(await takeIn(bytes)).toMatchObject({ written: 2 });
    const total = openWorkbook((await takenOut()).saved());
    total.set('s3.granted.total', { is: 'number', value: '99' });
    for (const column of ['research_institution', 'public_welfare_org', 'legal_service_org', 'other_org'])
      total.set(`s3.granted.${column}`, { is: 'number', value: '0' });
    expect((await preview(total.saved())).plan.notes).toMatchObject([
      { kind: 'computed', cell: 's3.granted.total', text: '99', now: '21' },
    ]);
    await takeIn(total.saved());
    expect((await textsIn()).has('s3.granted.total')).toBe(false);
  });

  it('finds its figures by their titles: sheets renamed, rows and columns put in or moved', async () => {
    const book = await takenOut();
    withRowBefore(book, '三、申请办理', 2);
    withRowBefore(book, '三、申请办理', 8);
    withColumnBefore(book, '三、申请办理', 'A');
    withColumnBefore(book, '三、申请办理', 'F');
    book.set(natural, { is: 'number', value: '8' });
    book.set(business, { is: 'number', value: '9' });
    book.change('xl/workbook.xml', (xml) => xml.replaceAll('三、申请办理', '申请').replaceAll('二、主动公开', 'Sheet1'));
    const seen = await preview(book.saved());
    expect(said(seen)).toEqual([
      [natural, '', '8'],
      [business, '', '9'],
    ]);
    expect(seen.plan.problems).toEqual([]);
  });

  it('names what it cannot find: a merged figure, a title that was changed, a table that is gone or there twice', async () => {
    const merged = await takenOut();
    const { part, at } = merged.placeOf(natural);
    const row = at.replace(/\D/g, '');
    merged.change(part, (xml) => xml.replace(/<mergeCells([^>]*)>/, `<mergeCells$1><mergeCell ref="D${row}:E${row}"/>`));
    expect((await preview(merged.saved())).plan.problems).toMatchObject([{ sheet: '三、申请办理', what: { kind: 'missing' } }]);
    const renamed = await takenOut();
    renamed.change('xl/sharedStrings.xml', (xml) => xml.replace('（一）予以公开', '（一）公开'));
    const { problems } = (await preview(renamed.saved())).plan;
    expect(problems).toHaveLength(6);
    expect(problems.every(({ name, what }) => what.kind === 'missing' && name?.includes('予以公开'))).toBe(true);
    const gone = await takenOut();
    gone.change(gone.partOf('四、复议诉讼'), (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>'));
    expect((await preview(gone.saved())).plan.problems).toMatchObject(
      [{ name: /行政复议/, what: { kind: 'no_table' } }].map(({ what }) => ({ what })),
    );
    const twice = await takenOut();
    twice.change(twice.partOf('上季度和上年同季度'), () => twice.parts[twice.partOf('四、复议诉讼')] ?? '');
    expect((await preview(twice.saved())).plan.problems).toMatchObject([
      { what: { kind: 'two_tables', places: ['四、复议诉讼', '上季度和上年同季度'] } },
    ]);
  });

  it('ends 本期无 of a section with the first figure it brings, and says so before', async () => {
    const { id } = await district().filing();
    await declareNothing(district().clerk(), { filingId: id, section: '4', declare: true });
    const book = await takenOut();
    expect(book.innerOf('s4.review.upheld')).toBe('<v>0</v>');
    const bytes = await edited({ 's4.review.upheld': { is: 'number', value: '1' } }, book);
    expect((await preview(bytes)).plan.notes).toEqual([{ kind: 'declaration', section: '4' }]);
    expect(await kindsOf(district().store, () => takeIn(bytes))).toContain('declaration.lapsed');
  });
});

describe('the quarters beside it', () => {
  const beside = async () => {
    const { id } = await district().filing(0, 2);
    return (await quarterWorkbookFile.load(district().store.read, { filingId: id })).lastQuarter;
  };

  it('are what was submitted, with 本期无, 不适用 and the openings; a draft is none', async () => {
    const filing = await district().filing();
    const left = (cell: { id: CellId; section: string }) => cell.section === '4' || cell.id === 's2.licensing_decisions';
    const typed = leafCells(getFormat('2021')).flatMap((cell) => (left(cell) ? [] : [[cell.id, count(0)] as const]));
    await typeQuarter(district().clerk(), filing, new Map(typed));
    await declareNothing(district().clerk(), { filingId: filing.id, section: '4', declare: true });
    expect(await beside()).toEqual(new Map());
    await settleFindings(district().clerk(), district().reviewer, filing.id, () => '遗留数据，已逐项登记说明。');
    await submitQuarter(district().clerk(), filing.id, '系统切换，提前报送。');
    const book = await beside();
    expect([book.get('s4.review.upheld'), book.get('s2.licensing_decisions')]).toEqual([count(0), { state: 'not_applicable' }]);
    const openings = leafCells(getFormat('2021')).filter(({ addsUp }) => addsUp === 'opening');
    expect(openings.map(({ id }) => book.get(id))).toEqual(openings.map(() => count(0)));
  });
});

describe('whose workbook it is', () => {
  it('is refused in another quarter, by name', async () => {
    const bytes = await edited({ [natural]: { is: 'number', value: '8' } });
    const second = await district().filing(0, 2);
    expect((await expectRefused(preview(bytes, { filingId: second.id }), 'invalid')).sentence.zh).toMatch(
      /2026 年第一季度的，不是.*第二季度的/,
    );
    const other = await district().filing(1, 1);
    expect((await expectRefused(preview(bytes, { filingId: other.id, by: district().clerk(1) }), 'invalid')).sentence.zh).toMatch(/不是/);
  });

  it('opens no door: what the hidden sheet says is never more than what is compared', async () => {
    const book = await takenOut();
    book.set(natural, { is: 'number', value: '8' });
    const stranger = district().clerk(1);
    await expectRefused(preview(book.saved(), { by: stranger }), 'not_found');
    const { id } = await district().filing();
    const asked = {
      filingId: id,
      changeId: 'x',
      file: { name: 'a.xlsx', bytes: book.saved() },
      seen: '0'.repeat(64),
      clears: false,
      takes: [],
    };
    for (const by of [stranger, district().reviewer, district().auditor]) await expect(takeInWorkbook(by, asked)).rejects.toThrow();
    const forged = await takenOut();
    forged.change('xl/sharedStrings.xml', (xml) => xml.replaceAll(id, 'another'));
    expect((await expectRefused(preview(forged.saved()), 'invalid')).sentence.zh).toMatch(/隐藏的工作表被改动过/);
    const bare = await takenOut();
    bare.change(bare.partOf('nianbao'), (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>'));
    expect((await expectRefused(preview(bare.saved()), 'invalid')).sentence.zh).toMatch(/不是本系统导出的工作簿/);
    expect(await textsIn()).toEqual(new Map());
  });

  it('is not even read for who may bring in none, whichever quarter it says it is for', async () => {
    const bytes = await edited({ [natural]: { is: 'number', value: '8' } });
    for (const by of [district().reviewer, district().auditor]) {
      let read = 0;
      const work = workOf(by);
      const counting: Work = {
        do: (name, input) => {
          read += 1;
          return work.do(name, input);
        },
      };
      const asked = previewWorkbook(
        { reader: district().store.read, actor: by.actor, overlay: null, work: counting },
        { filingId: null, file: { name: '一季度.xlsx', bytes } },
      );
      await expectRefused(asked, 'forbidden');
      expect(read).toBe(0);
    }
  });

  it('comes in only while the quarter is the unit’s to fill in', async () => {
    const bytes = await edited({ [natural]: { is: 'number', value: '8' } });
    await district().submit({ [natural]: 3 });
    expect((await refusalOf(preview(bytes))).code).toBe('wrong_status');
  });

  it('may be brought in by the office for a unit; who did that does not approve it', async () => {
    const bytes = await edited({ [natural]: { is: 'number', value: '8' } });
    expect(await takeIn(bytes, { by: district().admin })).toMatchObject({ written: 1 });
    const { id } = await district().filing();
    expect((await findFigure(district().store.read, id, natural))?.savedBy).toBe(district().admin.actor.userId);
    const { number, hash } = await district().submit({ [business]: 3 });
    await expectRefused(approveFiling(district().admin, { filingId: id, submissionNumber: number, seenHash: hash }), 'own_work');
  });

  it('six people at once with the same file write it once', async () => {
    const bytes = await edited({ [natural]: { is: 'number', value: '8' }, [business]: { is: 'number', value: '9' } });
    const { filingId, plan } = await preview(bytes);
    const all = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        takeInWorkbook(district().clerk(), {
          ...{ filingId, changeId: `at once ${index}`, file: { name: 'a.xlsx', bytes } },
          ...{ seen: plan.hash, clears: false, takes: [] },
        }),
      ),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await textsIn()).toEqual(
      new Map([
        [natural, '8'],
        [business, '9'],
      ]),
    );
    expect((await findFigure(district().store.read, filingId, natural))?.version).toBe(1);
  });

  it('a repeat of the same act is answered and not done again', async () => {
    const bytes = await edited({ [natural]: { is: 'number', value: '8' } });
    const { filingId, plan } = await preview(bytes);
    const asked = { filingId, changeId: 'once', file: { name: 'a.xlsx', bytes }, seen: plan.hash, clears: false, takes: [] };
    const first = await takeInWorkbook(district().clerk(), asked);
    expect(await takeInWorkbook(district().clerk(), asked)).toEqual(first);
  });
});

describe('the workbooks of all units', () => {
  const zipFor = async (by: CommandContext) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of packWorkbooks(by, { year: district().year, quarter: 1 })) chunks.push(chunk);
    const { 'manifest.json': manifest, ...workbooks } = unzipSync(Buffer.concat(chunks));
    return { workbooks, manifest: JSON.parse(Buffer.from(manifest ?? []).toString()) as { left: unknown[] } };
  };

  it('go out in one zip, a workbook for each that is still at work, and each is recorded', async () => {
    await district().submit({ [natural]: 3 }, { unit: 1 });
    const kinds = await kindsOf(district().store, async () => {
      const { workbooks, manifest } = await zipFor(district().reviewer);
      const [name, ...more] = Object.keys(workbooks);
      expect([name, more]).toEqual([expect.stringMatching(/2026年第一季度填报工作簿\.xlsx$/), []]);
      expect(manifest).toMatchObject({ kind: 'workbooks', workbooks: 1, left: [{ why: '已报送，不需要填写' }] });
      expect(await preview(workbooks[name ?? ''] ?? new Uint8Array())).toMatchObject({ plan: { changes: [], problems: [] } });
    });
    expect(kinds).toEqual(['workbook.taken_out']);
  });

  it('hold for each person what is theirs to read', async () => {
    expect(Object.keys((await zipFor(district().clerk())).workbooks)).toHaveLength(1);
    expect(Object.keys((await zipFor(district().admin)).workbooks)).toHaveLength(2);
  });
});
