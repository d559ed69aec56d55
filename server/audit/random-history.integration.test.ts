import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSlip, listRemarks, listSubmissions } from '@/db/store';
import { eventsAfter } from '@/db/store/log-rows';
import { withSqliteCopy } from '@/db/store/snapshot';
import { sqliteFile } from '@/db/testing/fresh-store';
import { writableLog } from '@/db/testing/writable-log';
import { runCli } from '../cli/testing/run-cli';
import { answerRemark } from '../commands/filing/answer-remark';
import { approveFiling } from '../commands/filing/approve-filing';
import { clearPractice } from '../commands/filing/clear-or-end-practice';
import { declareNothing } from '../commands/filing/declare-nothing';
import { openReview } from '../commands/filing/open-review';
import { recallFiling } from '../commands/filing/recall-filing';
import { restateOpening } from '../commands/filing/restate-opening';
import { returnFiling } from '../commands/filing/return-filing';
import { saveFilingText } from '../commands/filing/save-filing-text';
import { startPractice } from '../commands/filing/start-practice';
import { takeBackApproval } from '../commands/filing/take-back-approval';
import { undoUnlock } from '../commands/filing/undo-unlock';
import { unlockFiling } from '../commands/filing/unlock-filing';
import { writeComment } from '../commands/filing/write-comment';
import { lockQuarter } from '../commands/office/lock-quarter';
import { saveReportText } from '../commands/report/save-report-text';
import { acceptSlip } from '../commands/slip/accept-slip';
import { signSlip } from '../commands/slip/sign-slip';
import { writeSlip } from '../commands/slip/write-slip';
import { chainEvent } from '../domain/audit';
import { boundContents, slipEffect } from '../domain/corrections';
import { type SeededRandom, seededRandom } from '../domain/seeded-random';
import type { FilingStatus } from '../domain/workflow';
import { Refused } from '../errors';
import { loadSlipDesk } from '../queries/slips';
import { approveQuarter, settleFindings, submitQuarter } from '../rehearsal/file-quarter';
import { aDistrict, type District, typeCell } from '../testing/a-district';
import { type LedgerVerdict, verifyLedger } from './verify-ledger';

const reason = '核对台账后发现，按实际情况更正。';
const cells = ['s3.granted.natural_person', 's3.new_received.natural_person', 's2.admin_fees', 's4.review.upheld', 's2.penalty_decisions'];
const texts = ['', '0', '3', '１２', '约3', '不适用', '1,234', '59237.2449', '-2', '3 120 104'];

/** What people do to quarters, reports and slips, in whatever order; what is refused is part of it. */
function actsOf(district: District, random: SeededRandom) {
  const { admin, reviewer, store, year } = district;
  /** A quarter in such a state, where there is one and it is not meant to be refused. */
  const some = async (
    act: (of: { id: string; number: number; unit: number; quarter: 1 | 2 }) => Promise<unknown>,
    ...suits: readonly FilingStatus[]
  ) => {
    const all = [];
    for (const at of [0, 1]) for (const one of [1, 2] as const) all.push({ at, one, filing: await district.filing(at, one) });
    const suited = random.chance(0.15) ? [] : all.filter(({ filing }) => suits.includes(filing.status));
    const { at, one, filing } = random.pick(suited.length > 0 ? suited : all);
    await act({ id: filing.id, number: filing.submissionNumber, unit: at, quarter: one });
  };
  const submit = async (at: number, id: string, quarter: 1 | 2) => {
    const granted = random.pick([0, 4]);
    await district.type({ [cells[0] as string]: granted, [cells[1] as string]: granted }, { unit: at, quarter });
    for (const { id: remarkId, answer } of await listRemarks(store.read, id))
      if (answer === null) await answerRemark(district.clerk(at), { filingId: id, remarkId, answer: 'not_changed', text: reason });
    await settleFindings(district.clerk(at), reviewer, id, () => reason);
    await submitQuarter(district.clerk(at), id, reason);
  };
  const type = (at: number, id: string) =>
    typeCell(district.clerk(at), id, { cell: random.pick(cells), raw: random.pick(texts), baseVersion: random.pick([0, 1, 2, 3]) });
  const key = { unitId: district.rootId, year, scope: 'consolidated' as const };
  return {
    type: () => some(({ id, unit: at }) => type(at, id)),
    text: () =>
      some(({ id, unit: at }) =>
        saveFilingText(district.clerk(at), {
          filingId: id,
          changeId: admin.newId(),
          text: random.pick(texts),
          baseVersion: random.pick([0, 1, 2]),
        }),
      ),
    declare: () =>
      some(({ id, unit: at }) =>
        declareNothing(district.clerk(at), { filingId: id, section: random.pick(['3', '4'] as const), declare: random.chance(0.7) }),
      ),
    comment: () => some(({ id, unit: at }) => writeComment(district.clerk(at), { filingId: id, anchor: cells[0] as string, text: '待核' })),
    restate: () =>
      some(({ id, unit: at }) =>
        restateOpening(district.clerk(at), { filingId: id, cell: 's3.carried_in.natural_person', raw: random.pick(['0', '2']), reason }),
      ),
    submit: () => some(({ id, unit: at, quarter }) => submit(at, id, quarter), 'open', 'returned'),
    recall: () => some(({ id, unit: at }) => recallFiling(district.clerk(at), { filingId: id }), 'submitted'),
    open: () => some(({ id }) => openReview(reviewer, { filingId: id }), 'submitted'),
    return: () =>
      some(
        ({ id, number }) =>
          returnFiling(reviewer, {
            filingId: id,
            submissionNumber: number,
            reason,
            remarks: [{ anchor: cells[0] as string, text: '请核对' }],
          }),
        'submitted',
        'in_review',
      ),
    approve: () =>
      some(
        async ({ id, number }) => {
          const submission = (await listSubmissions(store.read, id)).at(-1);
          await approveFiling(reviewer, { filingId: id, submissionNumber: number, seenHash: submission?.hash ?? '' });
        },
        'submitted',
        'in_review',
      ),
    takeBack: () => some(({ id, number }) => takeBackApproval(reviewer, { filingId: id, submissionNumber: number, reason }), 'approved'),
    unlock: () => some(({ id, number }) => unlockFiling(admin, { filingId: id, submissionNumber: number, reason }), 'approved'),
    undoUnlock: () => some(({ id }) => undoUnlock(admin, { filingId: id }), 'returned'),
    practise: () =>
      some(async ({ id, unit: at }) => {
        const { filingId } = await startPractice(district.clerk(at), { filingId: id });
        await type(at, filingId);
        if (random.chance(0.4)) await clearPractice(district.clerk(at), { filingId });
      }),
    write: () => saveReportText(admin, { ...key, key: '1', text: random.pick(texts), baseVersion: random.pick([0, 1, 2, 3]) }),
  };
}

/** One locked quarter corrected by a slip, which also ends a 本期无. */
async function correctedBySlip(district: District): Promise<void> {
  const { admin, store, year } = district;
  for (const unit of [0, 1]) {
    const { id } = await district.filing(unit, 3);
    await district.type({}, { unit, quarter: 3 });
    if (unit === 0) await declareNothing(district.clerk(0), { filingId: id, section: '4', declare: true });
    await settleFindings(district.clerk(unit), district.reviewer, id, () => reason);
    const submitted = await submitQuarter(district.clerk(unit), id, reason);
    await approveQuarter(district.reviewer, id, submitted);
  }
  await lockQuarter(admin, { year, quarter: 3 });
  const clerk = district.clerk(0);
  const changes = [
    { quarter: 3, cell: 's2.penalty_decisions', raw: '５' },
    { quarter: 3, cell: 's4.review.new_cases', raw: '1' },
    { quarter: 3, cell: 's4.review.upheld', raw: '1' },
  ];
  const { slipId, version } = await writeSlip(clerk, { unitId: district.unitIds[0] ?? '', year, slip: null, changes, reason });
  const slip = await findSlip(store.read, slipId);
  if (!slip) throw new Error('no slip');
  const { books } = await loadSlipDesk(store.read, clerk.actor, slip, null);
  await signSlip(clerk, { slipId, version, seen: boundContents(slipEffect(books, slip, null)) });
  await acceptSlip(admin, { slipId, version });
}

describe('T46: whatever people did', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-history-'));
    file = join(folder, 'nianbao.db');
    const { contents } = await sqliteFile(async (store) => {
      const district = await aDistrict(store, { openQuarters: [1, 2, 3] });
      const random = seededRandom(46);
      const acts = actsOf(district, random);
      const names = Object.keys(acts) as (keyof typeof acts)[];
      const often: typeof names = ['submit', 'submit', 'approve', 'approve', 'unlock', 'undoUnlock', 'type'];
      const done = new Map<string, number>();
      for (let step = 0; step < 160; step += 1) {
        const name = random.pick([...names, ...often]);
        try {
          await acts[name]();
          done.set(name, (done.get(name) ?? 0) + 1);
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
        }
      }
      // A history in which nothing was ever approved proves little.
      const needed = ['submit', 'return', 'approve', 'takeBack', 'unlock', 'undoUnlock', 'practise', 'type', 'text', 'declare', 'write'];
      expect([...done.keys()]).toEqual(expect.arrayContaining(needed));
      await correctedBySlip(district);
    });
    writeFileSync(file, contents);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Ours, and that of the one file that shares no code with it, of a copy that somebody was at. */
  async function bothVerdicts(statement: string | null): Promise<{ ours: LedgerVerdict; theirs: { code: number | null; stdout: string } }> {
    const copy = join(folder, 'copy.db');
    copyFileSync(file, copy);
    if (statement !== null) {
      const plain = new Database(copy);
      for (const { name } of plain.prepare("select name from sqlite_master where type = 'trigger'").all() as { name: string }[])
        plain.exec(`drop trigger ${name}`);
      expect([statement, plain.prepare(statement).run().changes]).toEqual([statement, 1]);
      plain.close();
    }
    const ours = await withSqliteCopy(copy, (snapshot) => verifyLedger(snapshot));
    await runCli(['audit', 'export', '--database', copy, '--out', folder]);
    const script = fileURLToPath(new URL('../../docs/verify-log.mjs', import.meta.url));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [script, join(folder, 'events.jsonl'), '--ledger', join(folder, 'ledger.jsonl')],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    return { ours, theirs: { code: status, stdout } };
  }

  it('the ledger is what the log says, by us and by the verifier of one file', async () => {
    const { ours, theirs } = await bothVerdicts(null);
    expect([ours.fault, ours.replay?.differences]).toEqual([null, []]);
    expect(ours.replay?.compared.ledgerCells).toBeGreaterThan(100);
    expect([theirs.stdout, theirs.code]).toEqual([expect.stringContaining('nothing to object to'), 0]);
  });

  it('the same of a log of before events said what was understood and what a slip wrote', async () => {
    const copy = join(folder, 'older.db');
    copyFileSync(file, copy);
    const plain = new Database(copy);
    plain.exec(writableLog);
    const update = plain.prepare('update events set payload = ?, hash = ? where seq = ?');
    let prev = '0'.repeat(64);
    let stripped = 0;
    const events = await withSqliteCopy(copy, ({ read }) => eventsAfter(read, 0, 100_000));
    plain.transaction(() => {
      for (const { seq, prev: _prev, hash: _hash, ...facts } of events) {
        const { reading, writes, lapsed, ...payload } = facts.payload as Record<string, unknown>;
        stripped += reading !== undefined || (writes !== undefined && lapsed !== undefined) ? 1 : 0;
        const event = chainEvent({ ...facts, payload: payload as unknown as typeof facts.payload }, seq, prev);
        update.run(JSON.stringify(event.payload), event.hash, seq);
        prev = event.hash;
      }
    })();
    plain.close();
    const { fault, replay } = await withSqliteCopy(copy, (snapshot) => verifyLedger(snapshot));
    expect([fault, replay?.differences, stripped > 500]).toEqual([null, [], true]);
  });

  it('each of some cells, contents and texts that somebody was at is found by both', async () => {
    const plain = new Database(file, { readonly: true });
    const random = seededRandom(47);
    const rows = plain.prepare("select filing_id || ' ' || cell from figures").pluck().all() as string[];
    plain.close();
    const cellStatements = Array.from({ length: 8 }, (_, index) => {
      const place = random.pick(rows);
      return index % 2 === 0
        ? `update figures set value = coalesce(value, 0) + 7, state = 'number' where filing_id || ' ' || cell = '${place}'`
        : `update figures set raw = raw || '9' where filing_id || ' ' || cell = '${place}'`;
    });
    const statements = [
      ...cellStatements,
      `delete from figures where filing_id || ' ' || cell = '${rows[3]}'`,
      "update submissions set content = content || ' ' where rowid = (select min(rowid) from submissions)",
      "update checked_books set figures = replace(figures, ';', ';0') where rowid = (select min(rowid) from checked_books)",
      'delete from checked_books where rowid = (select max(rowid) from checked_books)',
      "update report_texts set text = text || '。'",
      "update logged_events set said = '[]' where seq = 40",
    ];
    for (const statement of statements) {
      const { ours, theirs } = await bothVerdicts(statement);
      expect([statement, ours.fault !== null || (ours.replay?.differenceCount ?? 0) > 0, theirs.code]).toEqual([statement, true, 1]);
    }
  });
});

it('the verifier of one file shares no code with the program, and needs nothing but Node', () => {
  const source = readFileSync(new URL('../../docs/verify-log.mjs', import.meta.url), 'utf8');
  const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
  expect(imports.sort()).toEqual(['node:crypto', 'node:fs', 'node:readline']);
  expect(source.split('\n').length).toBeLessThan(260);
});
