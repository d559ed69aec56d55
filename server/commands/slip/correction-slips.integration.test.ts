import { describe, expect, it } from 'vitest';
import { checkedBooksOf, findSlip, listDeclarations, listFigures, listSubmissions } from '@/db/store';
import { boundContents, slipEffect } from '@/server/domain/corrections';
import { figureAt } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import type { Quarter } from '@/server/domain/periods';
import { loadObstacles } from '@/server/queries/filing-form';
import { loadInbox } from '@/server/queries/notices';
import { loadReportPage } from '@/server/queries/report';
import { countWaitingSlips, loadSlipDesk, loadSlipList, loadSlipPage } from '@/server/queries/slips';
import { traceReportCell } from '@/server/queries/trace-cell';
import { loadFilingView } from '@/server/views/filing-view';
import { inADistrict } from '../../testing/in-a-district';
import { eventsOf, kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import type { CommandContext } from '../command';
import { approveFiling } from '../filing/approve-filing';
import { declareNothing } from '../filing/declare-nothing';
import { restateOpening } from '../filing/restate-opening';
import { saveFigures } from '../filing/save-figures';
import { submitFiling } from '../filing/submit-filing';
import { undoUnlock } from '../filing/undo-unlock';
import { unlockFiling } from '../filing/unlock-filing';
import { lockQuarter } from '../office/lock-quarter';
import { acceptSlip } from './accept-slip';
import { refuseSlip } from './refuse-slip';
import { signSlip } from './sign-slip';
import { withdrawSlip } from './withdraw-slip';
import { writeSlip } from './write-slip';

const received = 's3.new_received.natural_person';
const granted = 's3.granted.natural_person';
const carriedIn = 's3.carried_in.natural_person';
const carriedOut = 's3.carried_out.natural_person';
const reason = '核对台账发现漏计一件申请。';
type Changes = [quarter: number, cell: CellId, raw: string][];
const late: Changes = [
  [1, received, '1'],
  [1, granted, '1'],
];

describe('a correction slip', () => {
  const district = inADistrict({ openQuarters: [1, 2] });
  const store = () => district().store;
  const clerk = () => district().clerk(0);
  const unitId = () => district().unitIds[0] ?? '';

  /** Both units' quarters approved with nothing in them; the named ones locked. */
  async function settled(lock: readonly Quarter[] = [1, 2]): Promise<void> {
    await district.allApproved({});
    for (const quarter of lock) await lockQuarter(district().admin, { year: district().year, quarter });
  }
  const write = (changes: Changes, given: { by?: CommandContext; slip?: { id: string; version: number } | null; reason?: string } = {}) =>
    writeSlip(given.by ?? clerk(), {
      unitId: unitId(),
      year: district().year,
      slip: given.slip ?? null,
      changes: changes.map(([quarter, cell, raw]) => ({ quarter, cell, raw })),
      reason: given.reason ?? reason,
    });
  async function effectOf(slipId: string) {
    const slip = await findSlip(store().read, slipId);
    if (!slip) throw new Error('no such slip');
    const { books } = await loadSlipDesk(store().read, clerk().actor, slip, null);
    return slipEffect(books, slip, null);
  }
  async function sign({ slipId, version }: { slipId: string; version: number }, by = clerk()): Promise<void> {
    await signSlip(by, { slipId, version, seen: boundContents(await effectOf(slipId)) });
  }
  async function signed(changes: Changes) {
    const slip = await write(changes);
    await sign(slip);
    return slip;
  }
  const yearValue = async (cell: CellId) => {
    const key = { unitId: unitId(), year: district().year, scope: 'own_organ' as const };
    const figure = (await loadReportPage(store().read, district().admin.actor, key, null)).figures[cell];
    return figure?.state === 'number' ? figure.value : null;
  };
  const status = async (slipId: string) => (await findSlip(store().read, slipId))?.status;

  it('changes a locked quarter once both sides have signed: figures, a new approved submission, the ledger and the year', async () => {
    await settled();
    const slip = await signed(late);
    expect([slip.number, await countWaitingSlips(store().read, district().admin.actor)]).toEqual([1, 1]);
    const before = await yearValue('s3.granted.total');
    const predicted = (await effectOf(slip.slipId)).quarters[0];
    const events = await eventsOf(store(), () => acceptSlip(district().admin, slip));
    expect(events.map((event) => event.kind)).toEqual(['filing.corrected', 'slip.accepted']);
    const { notices } = await loadInbox(store().read, district().clerk().actor);
    expect(notices.find(({ sentence }) => sentence.zh.includes('更正单已签署生效'))?.path).toBe(`/slips/${slip.slipId}`);
    expect(events[0]?.payload).toMatchObject({
      slip: 1,
      year: district().year,
      number: 2,
      changes: [
        { cell: received, before: '0', after: '1' },
        { cell: granted, before: '0', after: '1' },
      ],
    });
    const first = await district().filing(0, 1);
    const view = await loadFilingView(store().read, first, null);
    const newest = (await listSubmissions(store().read, first.id)).at(-1);
    expect([first.status, first.submissionNumber, newest?.outcome, newest?.hash]).toEqual(['locked', 2, 'approved', view.hash]);
    expect([newest?.submittedBy, newest?.decidedBy]).toEqual([clerk().actor.userId, district().admin.actor.userId]);
    // What the core said would stand is what stands.
    expect(view.content.figures).toEqual(Object.fromEntries(predicted?.after ?? []));
    const books = await checkedBooksOf(store().read, unitId(), district().year);
    expect(figureAt(books.get(1) ?? new Map(), granted)).toMatchObject({ value: 1 });
    expect([before, await yearValue('s3.granted.total')]).toEqual([0, 1]);
    expect((await district().filing(0, 2)).submissionNumber).toBe(1);
    expect(await status(slip.slipId)).toBe('accepted');
  });

  it('carries a corrected closing into the next quarter, which has to satisfy its rules and gets a submission of its own', async () => {
    await settled();
    const open = await write([
      [1, received, '1'],
      [1, carriedOut, '1'],
    ]);
    await expectRefused(sign(open), 'obstacles');
    const whole = await write(
      [
        [1, received, '1'],
        [1, carriedOut, '1'],
        [2, granted, '1'],
      ],
      { slip: { id: open.slipId, version: open.version } },
    );
    await sign(whole);
    await acceptSlip(district().admin, whole);
    const second = await district().filing(0, 2);
    const view = await loadFilingView(store().read, second, null);
    expect([second.status, second.submissionNumber, figureAt(view.facts.openings, carriedIn)]).toMatchObject(['locked', 2, { value: 1 }]);
    expect(view.checkRun.counts.must_fix).toBe(0);
    expect([await yearValue(received), await yearValue(granted), await yearValue(carriedIn)]).toEqual([1, 1, 0]);
  });

  it('lets a quarter follow that is approved and not locked: approved anew, and its unlock can be undone', async () => {
    await settled([1]);
    const slip = await signed([[1, 's2.normative_documents.in_force', '1']]);
    const kinds = await kindsOf(store(), () => acceptSlip(district().admin, slip));
    expect(kinds).toEqual(['filing.corrected', 'filing.corrected', 'slip.accepted']);
    const { id: filingId, status: stands, submissionNumber } = await district().filing(0, 2);
    expect([stands, submissionNumber]).toEqual(['approved', 2]);
    await unlockFiling(district().admin, { filingId, submissionNumber, reason: '第一季度更正后须一并核对。' });
    await undoUnlock(district().admin, { filingId });
    const newest = (await listSubmissions(store().read, filingId)).at(-1);
    expect([newest?.outcome, newest?.decidedBy]).toEqual(['approved', district().admin.actor.userId]);
  });

  it('lets an open quarter follow by itself', async () => {
    for (const unit of [0, 1]) await district().approve({}, { unit, quarter: 1 });
    await lockQuarter(district().admin, { year: district().year, quarter: 1 });
    await acceptSlip(
      district().admin,
      await signed([
        [1, received, '2'],
        [1, carriedOut, '2'],
      ]),
    );
    const second = await district().filing(0, 2);
    const follows = await loadFilingView(store().read, second, null);
    expect([second.status, second.submissionNumber, figureAt(follows.facts.openings, carriedIn)]).toMatchObject(['open', 0, { value: 2 }]);
  });

  it('ends 本期无 and keeps the zeros it stood for', async () => {
    const filing = await district().type({}, { quarter: 1 });
    const requests = (await listFigures(store().read, filing.id)).filter((one) => one.cell.startsWith('s3.'));
    const blanks = requests.map(({ cell, version }) => ({ changeId: clerk().newId(), cell, raw: '', baseVersion: version }));
    await saveFigures(clerk(), { filingId: filing.id, changes: blanks });
    await declareNothing(clerk(), { filingId: filing.id, section: '3', declare: true });
    const { hash, obstacles } = await loadObstacles(store().read, clerk().actor, filing.id, null);
    expect(obstacles).toEqual([]);
    const { number } = await submitFiling(clerk(), { filingId: filing.id, changeId: clerk().newId(), seenHash: hash });
    await approveFiling(district().reviewer, { filingId: filing.id, submissionNumber: number, seenHash: hash });
    await district().approve({}, { unit: 1, quarter: 1 });
    await lockQuarter(district().admin, { year: district().year, quarter: 1 });
    await acceptSlip(district().admin, await signed(late));
    expect(await listDeclarations(store().read, filing.id)).toEqual([]);
    const view = await loadFilingView(store().read, await district().filing(0, 1), null);
    expect([view.figures.get(granted), view.figures.get('s3.granted.total'), view.figures.get(carriedOut)]).toMatchObject([
      { value: 1 },
      { value: 1 },
      { value: 0 },
    ]);
  });

  it('is told in the trace, in the report and beside the edition', async () => {
    await settled();
    const slip = await signed(late);
    await acceptSlip(district().admin, slip);
    const key = { unitId: unitId(), year: district().year, scope: 'own_organ' as const };
    const { keystrokes } = await traceReportCell(store().read, district().admin.actor, { ...key, cell: 's3.granted.total' });
    expect(keystrokes.filter((one) => one.slip).map((one) => [one.cell, one.raw, one.slip?.number])).toEqual([[granted, '1', 1]]);
    const page = await loadReportPage(store().read, district().admin.actor, key, null);
    expect(page.corrections).toMatchObject([{ slipId: slip.slipId, year: district().year, number: 1, reason, cells: 2 }]);
    expect(page.correctedSinceEdition).toEqual([]);
  });

  it('tells what it changed as it was, whatever is corrected afterwards', async () => {
    await settled();
    const slip = await signed(late);
    await acceptSlip(district().admin, slip);
    const again = await signed([
      [1, received, '5'],
      [1, granted, '5'],
    ]);
    await acceptSlip(district().admin, again);
    const { inForce } = await loadSlipPage(store().read, district().auditor.actor, slip.slipId, null);
    expect(inForce?.quarters).toMatchObject([
      {
        quarter: 1,
        isNamed: true,
        cells: [
          { before: '0', after: '1' },
          { before: '0', after: '1' },
        ],
      },
    ]);
    expect(inForce?.years[0]?.cells.find((one) => one.cell === 's3.granted.total')).toMatchObject({ before: '0', after: '1' });
  });

  it('is refused where a quarter is not locked, a total or an opening is named, or a cell stands twice', async () => {
    await settled([]);
    await expectRefused(write(late), 'wrong_status');
    await lockQuarter(district().admin, { year: district().year, quarter: 1 });
    await expectRefused(write([[1, 's3.granted.total', '1']]), 'invalid');
    await expectRefused(write([[1, carriedIn, '1']]), 'invalid');
    await expectRefused(write([[4, granted, '1']]), 'invalid');
    await expectRefused(write([...late, [1, granted, '3']]), 'invalid');
    await expectRefused(write([[2, granted, '3']]), 'wrong_status');
  });

  it('belongs to the unit: nobody else writes it, sees its draft or signs it', async () => {
    await settled();
    await expectRefused(write(late, { by: district().clerk(1) }), 'not_found');
    await expectRefused(write(late, { by: district().admin }), 'forbidden');
    const slip = await write(late);
    await expectRefused(sign(slip, district().admin), 'forbidden');
    await expectRefused(loadSlipPage(store().read, district().reviewer.actor, slip.slipId, null), 'not_found');
    expect((await loadSlipList(store().read, district().admin.actor)).slips).toEqual([]);
    expect((await loadSlipList(store().read, clerk().actor)).slips).toMatchObject([{ number: 1, status: 'draft', isMine: true }]);
    await expectRefused(acceptSlip(district().reviewer, slip), 'forbidden');
  });

  it('is signed only with a real reason, readable figures that change something, and no rule broken', async () => {
    await settled();
    await expectRefused(sign(await write(late, { reason: '已核实' })), 'invalid');
    await expectRefused(sign(await write([[1, granted, '约3']])), 'invalid');
    await expectRefused(sign(await write([[1, granted, '0']])), 'invalid');
    const broken = await expectRefused(sign(await write([[1, granted, '1']])), 'obstacles');
    expect(broken.details).toMatchObject({ quarters: [{ quarter: 1 }] });
  });

  it('begun twice under one id after a lost answer is one slip; nobody else goes on with it by its id', async () => {
    await settled();
    const draft = {
      unitId: unitId(),
      year: district().year,
      slip: null,
      newId: 'begun here',
      changes: [{ quarter: 1, cell: granted, raw: '1' }],
    };
    const first = await writeSlip(clerk(), { ...draft, reason: '漏计' });
    const again = await writeSlip(clerk(), { ...draft, reason: '漏计一件，已办结' });
    expect([first, again]).toMatchObject([
      { slipId: 'begun here', number: 1, version: 1 },
      { slipId: 'begun here', number: 1, version: 2 },
    ]);
    const colleague = await district().withPost(district().clerk(1), 'clerk', unitId());
    await expectRefused(writeSlip(colleague, { ...draft, reason: '别人的' }), 'not_found');
  });

  it('a draft that a colleague wrote since is not overwritten', async () => {
    await settled();
    const slip = await write(late);
    const colleague = await district().withPost(district().clerk(1), 'clerk', unitId());
    const theirs = await write([[1, granted, '7']], { by: colleague, slip: { id: slip.slipId, version: slip.version } });
    expect(theirs.version).toBe(2);
    const stale = await expectRefused(write(late, { slip: { id: slip.slipId, version: slip.version } }), 'conflict');
    expect(stale.details).toMatchObject({ version: 2, changes: [{ raw: '7' }] });
    await expectRefused(signSlip(clerk(), { slipId: slip.slipId, version: 1, seen: {} }), 'conflict');
  });

  it('is not decided by anybody who wrote or signed it, in whatever post', async () => {
    await settled();
    const both = await district().withPost(clerk(), 'admin', district().rootId);
    const slip = await write(late, { by: both });
    await sign(slip, both);
    await expectRefused(acceptSlip(both, slip), 'own_work');
    await expectRefused(refuseSlip(both, { ...slip, reason: '与台账不符，请补充依据。' }), 'own_work');
    const helper = await district().withPost(district().admin, 'clerk', unitId());
    const second = await write(late, { by: helper });
    await write(late, { slip: { id: second.slipId, version: second.version } });
    await sign({ slipId: second.slipId, version: 2 });
    await expectRefused(acceptSlip(helper, { slipId: second.slipId, version: 2 }), 'own_work');
  });

  it('is not accepted when another slip has changed what it was signed over; the difference is named', async () => {
    await settled();
    const [one, other] = [
      await signed(late),
      await signed([
        [1, received, '2'],
        [1, granted, '2'],
      ]),
    ];
    await acceptSlip(district().admin, other);
    const refused = await expectRefused(acceptSlip(district().admin, one), 'conflict');
    expect(refused.details).toEqual({
      quarters: [
        {
          year: district().year,
          quarter: 1,
          cells: [
            { cell: received, signed: '0', now: '2' },
            { cell: granted, signed: '0', now: '2' },
          ],
        },
      ],
    });
    const page = await loadSlipPage(store().read, district().admin.actor, one.slipId, null);
    expect(page.moved).toEqual([{ year: district().year, quarter: 1 }]);
    await withdrawSlip(clerk(), one);
    expect(await status(one.slipId)).toBe('withdrawn');
  });

  it('a slip over another quarter does not void it', async () => {
    await settled();
    const [one, other] = [
      await signed(late),
      await signed([
        [2, received, '2'],
        [2, granted, '2'],
      ]),
    ];
    await acceptSlip(district().admin, other);
    await acceptSlip(district().admin, one);
    expect(await yearValue(granted)).toBe(3);
  });

  it('is refused with a reason and then stays refused; withdrawn, it waits for nobody', async () => {
    await settled();
    const slip = await signed(late);
    await expectRefused(refuseSlip(district().admin, { ...slip, reason: '不行' }), 'invalid');
    expect(await kindsOf(store(), () => refuseSlip(district().admin, { ...slip, reason: '与台账不符，请补充依据。' }))).toEqual([
      'slip.refused',
    ]);
    const told = (await loadInbox(store().read, clerk().actor)).notices.map(({ sentence }) => sentence.zh);
    expect(told).toContain(`示例区1局 ${district().year} 年：更正单未获同意`);
    await expectRefused(acceptSlip(district().admin, slip), 'conflict');
    await expectRefused(withdrawSlip(clerk(), slip), 'conflict');
    expect(await yearValue(granted)).toBe(0);
    const next = await signed(late);
    expect(next.number).toBe(2);
    expect(await kindsOf(store(), () => withdrawSlip(clerk(), next))).toEqual(['slip.withdrawn']);
    expect(await countWaitingSlips(store().read, district().admin.actor)).toBe(0);
  });

  it('does not move an opening that was restated', async () => {
    for (const unit of [0, 1]) await district().approve({}, { unit, quarter: 1 });
    await lockQuarter(district().admin, { year: district().year, quarter: 1 });
    const second = await district().filing(0, 2);
    await restateOpening(clerk(), { filingId: second.id, cell: carriedIn, raw: '1', reason: '法院判决重新办理，恢复计算一件。' });
    const submitted = await district().submit({ [granted]: 1 }, { quarter: 2 });
    await approveFiling(district().reviewer, { filingId: second.id, submissionNumber: submitted.number, seenHash: submitted.hash });
    const slip = await signed([
      [1, received, '4'],
      [1, carriedOut, '4'],
    ]);
    await acceptSlip(district().admin, slip);
    expect((await district().filing(0, 2)).submissionNumber).toBe(1);
    const view = await loadFilingView(store().read, await district().filing(0, 2), null);
    expect([view.hash, figureAt(view.facts.openings, carriedIn), figureAt(view.carried, carriedIn)]).toMatchObject([
      submitted.hash,
      { value: 1 },
      { value: 4 },
    ]);
  });
});
