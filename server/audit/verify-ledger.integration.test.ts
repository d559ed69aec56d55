import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropSecondFactor, insertSecondFactor, writeSetting } from '@/db/store';
import { eventsAfter } from '@/db/store/log-rows';
import { withSnapshot, withSqliteCopy } from '@/db/store/snapshot';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { freshSqliteStore, sqliteFile } from '@/db/testing/fresh-store';
import { setSecondFactorPolicy } from '../commands/account/set-second-factor-policy';
import { type CommandContext, runCommand } from '../commands/command';
import { declareNothing } from '../commands/filing/declare-nothing';
import { saveFilingText } from '../commands/filing/save-filing-text';
import { undoUnlock } from '../commands/filing/undo-unlock';
import { unlockFiling } from '../commands/filing/unlock-filing';
import { writeComment } from '../commands/filing/write-comment';
import { resetSecondFactor } from '../commands/office/reset-second-factor';
import { importEdition } from '../commands/report/import-edition';
import { saveReportText } from '../commands/report/save-report-text';
import { getFormat } from '../domain/formats';
import { settleFindings, submitQuarter } from '../rehearsal/file-quarter';
import { aDistrict, type District, districtIn, type FoundedDistrict, foundDistrict, typeCell } from '../testing/a-district';
import { ledgerSentences } from './ledger-sentences';
import { type Difference, type LedgerVerdict, verifyLedger } from './verify-ledger';

const cell = 's3.granted.natural_person';
const received = 's3.new_received.natural_person';
const money = 's2.admin_fees';

/** A district in which something of every kind of content has happened that an event vouches for. */
async function lively(district: District): Promise<void> {
  const approved = await district.approve({ [received]: 12, [cell]: 12, [money]: 5 });
  await unlockFiling(district.admin, { filingId: approved.filing.id, submissionNumber: 1, reason: '数据需要重新核对后再报' });
  await undoUnlock(district.admin, { filingId: approved.filing.id });
  await district.type({}, { unit: 2 });
  const { id } = await district.filing(1);
  await typeCell(district.clerk(1), id, { cell, raw: '１２' });
  await typeCell(district.clerk(1), id, { cell, raw: '13', baseVersion: 1 });
  await typeCell(district.clerk(1), id, { cell: money, raw: '592.37', baseVersion: 0 });
  await saveFilingText(district.clerk(1), { filingId: id, changeId: 'text', text: '本季度举办培训一次。', baseVersion: 0 });
  await declareNothing(district.clerk(1), { filingId: id, section: '4', declare: true });
  await writeComment(district.clerk(1), { filingId: id, anchor: cell, text: '待核' });
  const key = { unitId: district.rootId, year: district.year, scope: 'consolidated' as const };
  await saveReportText(district.admin, { ...key, key: '1', text: '主动公开情况。', baseVersion: 0 });
  const figures = new Map([[cell, { state: 'number', value: 7, decimals: 0 } as const]]);
  const content = { organ: '示例区人民政府', year: district.year - 1, scope: 'consolidated' as const, figures, texts: {} };
  await importEdition(district.admin, { content, format: getFormat('2021'), file: '年报.docx', unitId: district.rootId });
}

describe('a ledger that is as its log says', () => {
  let folder: string;
  let file: string;
  let founded: FoundedDistrict;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-verify-'));
    file = join(folder, 'nianbao.db');
    const { contents, made } = await sqliteFile(async (store) => {
      const units = await foundDistrict(store, { units: 3 });
      await lively(districtIn(store, units));
      return units;
    });
    founded = made;
    writeFileSync(file, contents);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What is found once somebody has been at a copy of the database. */
  const verdictOf = (...statements: string[]) => verdictSince(null, ...statements);

  async function verdictSince(point: number | null, ...statements: string[]): Promise<LedgerVerdict> {
    const copy = join(folder, 'copy.db');
    copyFileSync(file, copy);
    const plain = new Database(copy);
    plain.pragma('foreign_keys = OFF');
    for (const { name } of plain.prepare("select name from sqlite_master where type = 'trigger'").all() as { name: string }[])
      plain.exec(`drop trigger ${name}`);
    for (const statement of statements) expect([statement, plain.prepare(statement).run().changes]).not.toEqual([statement, 0]);
    plain.close();
    return withSqliteCopy(copy, async (snapshot) => {
      const [at] = point === null ? [] : await eventsAfter(snapshot.read, point - 1, 1);
      return verifyLedger(snapshot, [], at && { seq: at.seq, hash: at.hash });
    });
  }

  const firstOf = ({ replay }: LedgerVerdict) => replay?.differences[0] as Difference;

  it('T46: has no difference, whatever happened to it, and says how much was compared', async () => {
    const { fault, replay, schema } = await withSqliteCopy(file, (snapshot) => verifyLedger(snapshot));
    expect([fault, schema.is, replay?.differences]).toEqual([null, 'current', []]);
    expect(replay?.compared).toMatchObject({ submissions: 1, editions: 1, texts: 2 });
    expect(replay?.compared.cells).toBeGreaterThan(100);
    expect(replay?.compared.ledgerCells).toBeGreaterThan(100);
  });

  it('names place, both values and the event of a figure that was set beside the log', async () => {
    const verdict = await verdictOf(`update figures set raw = '999999', value = 999999 where cell = '${cell}' and version = 2`);
    expect(verdict.replay?.differences.map(({ column, stored, replayed }) => [column, stored, replayed])).toEqual([
      ['raw', '999999', '13'],
      ['reading', '999999', '13'],
    ]);
    expect(firstOf(verdict)).toMatchObject({
      table: 'figures',
      unit: '示例区2局',
      year: 2026,
      quarter: 1,
      cell,
      event: expect.any(Number),
    });
    expect(ledgerSentences(verdict).join('\n')).toContain(`示例区2局 2026 年第 1 季度 ${cell}`);
  });

  it.each([
    ['the value alone of a figure', `update figures set value = 999999 where cell = '${cell}' and version = 2`, 'figures', 'reading'],
    ['the decimals of a sum of money', `update figures set decimals = 1 where cell = '${money}' and raw = '592.37'`, 'figures', 'reading'],
    ['who saved a figure', `update figures set saved_by = 'somebody' where cell = '${cell}' and version = 2`, 'figures', 'savedBy'],
    ['when it was saved', `update figures set saved_at = saved_at - 3600000 where cell = '${cell}' and version = 2`, 'figures', 'savedAt'],
    ['a figure that is gone', `delete from figures where cell = '${cell}' and version = 2`, 'figures', 'row'],
    [
      'a figure that nobody saved',
      `insert into figures select filing_id, 's3.refused.natural_person', '5', state, 5, 0, 1, saved_by, saved_at from figures where version = 2`,
      'figures',
      'row',
    ],
    ['a contribution', `update filing_texts set text = '本季度举办培训九次。'`, 'filingTexts', 'text'],
    ['a declaration that is gone', 'delete from declarations', 'declarations', 'row'],
    ['a comment', `update comments set text = '已核'`, 'comments', 'text'],
    ['a status', `update filings set status = 'returned' where status = 'approved'`, 'filings', 'status'],
    [
      'a status of a quarter in which little happened',
      `update filings set status = 'submitted' where status = 'open'`,
      'filings',
      'status',
    ],
    [
      'whose quarter it is',
      `update filings set unit_id = (select id from units where parent_id is null) where id = (select filing_id from filing_texts)`,
      'filings',
      'unitId',
    ],
    [
      'the content of a submission',
      `update submissions set content = replace(content, '"value":12', '"value":13')`,
      'submissions',
      'content',
    ],
    [
      'a submission with its hash',
      `update submissions set content = '{}', hash = '${createHash('sha256').update('{}').digest('hex')}'`,
      'submissions',
      'content',
    ],
    ['who approved', `update submissions set decided_by = 'somebody'`, 'submissions', 'decidedBy'],
    ['a ledger row that is gone', 'delete from checked_books', 'checkedBooks', 'row'],
    ['the unit of a ledger row', `update checked_books set unit_id = 'another'`, 'checkedBooks', 'unitId'],
    ['an edition', `update editions set content = replace(content, '"value":7', '"value":8')`, 'editions', 'content'],
    ['the text of a report', `update report_texts set text = '主动公开情况很好。'`, 'reportTexts', 'text'],
    ['an earlier version of a text', `update report_text_versions set text = '别的'`, 'reportTextVersions', 'text'],
    ['an opening balance', `update opening_balances set value = 3 where rowid = 1`, 'openingBalances', 'printed'],
    ['a due day', `update quarters set due_on = '2027-01-01' where quarter = 1 and year = 2026`, 'quarters', 'dueOn'],
    ['the format of a year', `update years set row_variant = 'other_single' where year = 2026`, 'years', 'rowVariant'],
  ])('finds %s', async (_, statement, table, column) => {
    const { fault, replay } = await verdictOf(statement);
    expect(fault).toBeNull();
    expect(replay?.differences.map((one) => `${one.table}.${one.column}`)).toContain(`${table}.${column}`);
  });

  it('finds a figure of the approved ledger, packed anew with a right control, at its cell', async () => {
    const plain = new Database(file, { readonly: true });
    const { figures, cells } = plain.prepare('select figures, cells from checked_books join cell_lists on hash = cell_list').get() as {
      figures: string;
      cells: string;
    };
    plain.close();
    const [encoding, entries = '', control] = figures.split(';');
    const list = entries.split(',');
    const place = cells.split(',').indexOf(cell);
    expect(list[place]).toBe('12');
    const forged = `${encoding};${list.with(place, '999999').join(',')};${Number(control) + 999_999 - 12}`;
    const verdict = await verdictOf(`update checked_books set figures = '${forged}'`);
    expect(verdict.replay?.differences).toMatchObject([
      { table: 'checkedBooks', unit: '示例区1局', quarter: 1, cell, stored: '999999', replayed: '12' },
    ]);
    const damaged = await verdictOf(`update checked_books set figures = '${forged}9'`);
    expect(firstOf(damaged)).toMatchObject({ table: 'checkedBooks', stored: expect.stringContaining('control') });
  });

  it('from any point on finds the same in whatever has gone on since, and nothing where there is nothing', async () => {
    const whole = await verdictOf();
    const changed = await verdictOf('update figures set value = 999999');
    const compared: (number | undefined)[] = [];
    for (const point of [10, ...[2, 4, 6, 8].map((tenths) => Math.floor((whole.events * tenths) / 10)), whole.events]) {
      const clean = await verdictSince(point);
      expect([point, clean.fault, clean.head, clean.replay?.differences]).toEqual([point, null, whole.head, []]);
      const found = (await verdictSince(point, 'update figures set value = 999999')).replay;
      const same = changed.replay?.differences.filter((one) => found?.differences.some((other) => other.key === one.key));
      expect([point, found?.differences]).toEqual([point, same]);
      compared.push(found?.compared.cells);
    }
    expect(compared[0]).toBe(whole.replay?.compared.cells);
    expect(compared.at(-1)).toBe(0);
  });

  it('T46: finds every single cell that somebody was at, each by itself', async () => {
    const plain = new Database(file, { readonly: true });
    const rows = plain.prepare('select cell, filing_id as filing from figures').all() as { cell: string; filing: string }[];
    plain.close();
    const verdict = await verdictOf("update figures set value = coalesce(value, 0) + 1 + length(cell), state = 'number'");
    const found = new Set(verdict.replay?.differences.map((one) => `${one.key}`));
    expect(rows.filter((row) => !found.has(`${row.filing} ${row.cell}`))).toEqual([]);
    expect(rows.length).toBeGreaterThan(100);
  });

  it('finds what was changed beside the log and then saved over, or submitted, in good faith', async () => {
    const fresh = await freshSqliteStore(readFileSync(file));
    try {
      const plain = new Database(fresh.file);
      plain.prepare(`update figures set raw = '88', value = 88 where cell = ? and version = 2`).run(cell);
      const untouched = districtIn(fresh.store, founded);
      const { id } = await untouched.filing(2);
      plain.prepare(`update figures set raw = '77', value = 77 where cell = ? and filing_id = ?`).run('s2.penalty_decisions', id);
      plain.close();
      await typeCell(untouched.clerk(1), (await untouched.filing(1)).id, { cell, raw: '89', baseVersion: 2 });
      await settleFindings(untouched.clerk(2), untouched.reviewer, id, () => '系统切换时遗留数据，已逐项登记说明。');
      await submitQuarter(untouched.clerk(2), id, '系统切换时遗留数据，已逐项登记说明。');
      const { replay } = await verifyLedger({ read: fresh.store.read, schema: { is: 'current', migration: null } });
      expect(replay?.differences.filter((one) => one.cell === cell)).toMatchObject([{ column: 'raw', stored: '88', replayed: '13' }]);
      expect(replay?.differences.filter((one) => one.table === 'submissions')).toMatchObject([
        { unit: '示例区3局', cell: 's2.penalty_decisions', stored: '77', replayed: '0' },
      ]);
    } finally {
      await fresh.remove();
    }
  });
});

it('names a second factor that was taken away, or given, beside the log', async () => {
  const fresh = await freshSqliteStore();
  try {
    const { admin, clerk, rootId } = await aDistrict(fresh.store);
    const verify = () => verifyLedger({ read: fresh.store.read, schema: { is: 'current', migration: null } });
    const factorOf = (userId: string) => ({ userId, sealedSecret: 'sealed', lastStep: 1, setAt: admin.now() });
    const switchOn = (context: CommandContext) =>
      runCommand(context, 'account.turnOnSecondFactor', async (tx) => {
        await insertSecondFactor(tx, factorOf(context.actor.userId));
        tx.record('person.second_factor_on', { userId: context.actor.userId });
      });
    for (const context of [admin, clerk(0), clerk(1)]) await switchOn(context);
    await setSecondFactorPolicy(admin, { policy: 'admins', seen: 'nobody' });
    const reset = { userId: clerk(1).actor.userId, unitId: rootId, reason: '手机丢失，本人到办公室核实。' };
    await resetSecondFactor(admin, reset);
    expect((await verify()).replay?.differences).toEqual([]);
    await fresh.store.tx(async (tx) => {
      await dropSecondFactor(tx, admin.actor.userId);
      await insertSecondFactor(tx, factorOf(clerk(1).actor.userId));
      await writeSetting(tx, 'secondFactorPolicy', 'nobody');
    });
    const found = (await verify()).replay?.differences.map(({ table, key, column }) => [table, key, column]);
    expect(found?.sort()).toEqual(
      [
        ['secondFactors', admin.actor.userId, 'row'],
        ['secondFactors', clerk(1).actor.userId, 'row'],
        ['settings', 'secondFactorPolicy', 'value'],
      ].sort(),
    );
  } finally {
    await fresh.remove();
  }
});

it('says the same on PostgreSQL, in a transaction that can only read', async () => {
  const fresh = await freshPostgresStore();
  try {
    await lively(await aDistrict(fresh.store, { units: 3 }));
    const config = { dataFolder: '', databaseUrl: fresh.url };
    const verify = () => withSnapshot(config, (snapshot) => verifyLedger(snapshot));
    expect(await verify()).toMatchObject({ fault: null, schema: { is: 'current' }, replay: { differences: [], compared: { texts: 2 } } });
    const plain = new Client({ connectionString: fresh.url });
    await plain.connect();
    await plain.query(`update figures set raw = '999999', value = 999999 where cell = $1 and version = 2`, [cell]);
    await plain.end();
    expect((await verify()).replay?.differences.map((one) => [one.cell, one.column, one.stored])).toEqual([
      [cell, 'raw', '999999'],
      [cell, 'reading', '999999'],
    ]);
    await expect(withSnapshot(config, ({ read }) => read.db.insert(read.t.settings).values({ key: 'x', value: 1 }))).rejects.toMatchObject({
      cause: { code: '25006' },
    });
  } finally {
    await fresh.remove();
  }
});
