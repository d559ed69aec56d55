import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAttachment } from '@/db/store';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { addAttachment } from '@/server/commands/attachment/add-attachment';
import { removeAttachment } from '@/server/commands/attachment/remove-attachment';
import { sendPiece } from '@/server/commands/attachment/send-piece';
import { askContributions } from '@/server/commands/report/ask-contributions';
import { saveReportFact } from '@/server/commands/report/save-report-fact';
import { pieceBytes } from '@/server/domain/attachments';
import { aDistrict, type District } from '@/server/testing/a-district';
import { aLocalFact } from '@/server/testing/every-status';
import { aPdf } from '@/server/testing/evidence-files';
import { ledgerSentences } from './ledger-sentences';
import { verifyLedger } from './verify-ledger';

const [large, small] = [aPdf('签到表', pieceBytes + 100), aPdf('会议纪要')];
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const [largeHash, smallHash] = [hashOf(large), hashOf(small)];

let fresh: FreshStore;
let district: District;
let removedId = '';
beforeAll(async () => {
  fresh = await freshSqliteStore();
  district = await aDistrict(fresh.store, { units: 1 });
  const { admin, clerk, reviewer, rootId, unitIds, year } = district;
  const question = { topic: 'safeguards' as const, question: '几场培训？', dueOn: '2027-01-10' };
  const [requestId = ''] = (await askContributions(reviewer, { ...question, year, unitIds })).ids;
  const answer = { about: 'contribution' as const, aboutId: requestId };
  const key = { unitId: rootId, year, scope: 'consolidated' as const };
  const { id: factId } = await saveReportFact(admin, { ...key, id: null, seen: null, fact: aLocalFact });
  const onFact = { about: 'fact' as const, aboutId: factId, upload: 'upload 1' };
  const file = { name: '签到表.pdf', size: large.length };
  await sendPiece(admin, { ...onFact, piece: 0, file: { ...file, bytes: large.subarray(0, pieceBytes) } });
  await addAttachment(admin, { ...onFact, file: { ...file, bytes: large.subarray(pieceBytes) } });
  const sent = { name: '会议纪要.pdf', size: small.length, bytes: small };
  removedId = (await addAttachment(clerk(0), { ...answer, upload: 'upload 2', file: sent })).id;
  await removeAttachment(clerk(0), { id: removedId });
});
afterAll(() => fresh.remove());

/** What is found when somebody was at the database with another tool; it is put back afterwards. */
async function foundAfter(sql: string): Promise<string[]> {
  const plain = new Database(fresh.file);
  const kept = ['attachments', 'file_pieces'].map((table) => [table, plain.prepare(`select * from ${table}`).all()] as const);
  try {
    plain.exec(sql);
    const verdict = await verifyLedger({ read: fresh.store.read, schema: { is: 'current', migration: null } });
    expect(verdict.fault).toBeNull();
    const differences = verdict.replay?.differences ?? [];
    expect(ledgerSentences(verdict).join('\n')).toMatch(differences.length > 0 ? /✕ .*按记录/ : /✓ 按操作记录重放.*2 个附件/);
    return differences.map(({ table, key, column }) => `${table} ${key} ${column}`);
  } finally {
    for (const [table, rows] of kept) {
      plain.exec(`delete from ${table}`);
      for (const row of rows as Record<string, unknown>[])
        plain.prepare(`insert into ${table} values (${Object.keys(row).map(() => '?')})`).run(...Object.values(row));
    }
    plain.close();
  }
}

describe('a file that was attached is what it was when it was attached', () => {
  it('as long as nobody was at it: all of it is as the log says, that which was taken away among it', async () => {
    expect(await foundAfter('select 1')).toEqual([]);
    expect(await findAttachment(fresh.store.read, removedId)).toMatchObject({ hash: smallHash, removedBy: district.clerk(0).actor.userId });
  });

  const piece = (hash: string, which = 0) => `file = '${hash}' and piece = ${which}`;
  it.each([
    [
      'a byte of a piece',
      `update file_pieces set bytes = cast(substr(bytes, 1, 9) || x'00' || substr(bytes, 11) as blob) where ${piece(largeHash)}`,
      [largeHash],
    ],
    ['a piece that is gone', `delete from file_pieces where ${piece(largeHash, 1)}`, [largeHash]],
    ['all that is gone', `delete from file_pieces where file = '${largeHash}'`, [largeHash]],
    ['a file that was removed', `delete from file_pieces where ${piece(smallHash)}`, [smallHash]],
    [
      'a file in the place of another',
      `delete from file_pieces where file = '${largeHash}'; update file_pieces set file = '${largeHash}' where ${piece(smallHash)}`,
      [largeHash, smallHash],
    ],
  ])('%s is found, under the hash that the log has', async (_, sql, hashes) => {
    expect((await foundAfter(sql)).sort()).toEqual(hashes.map((hash) => `filePieces ${hash} bytes`).sort());
  });

  it.each([
    ['another hash in its row', `update attachments set hash = '${smallHash}' where hash = '${largeHash}'`, 'hash'],
    ['another name', `update attachments set name = '别的.pdf' where hash = '${largeHash}'`, 'name'],
    ['on another thing', `update attachments set about_id = 'x' where hash = '${largeHash}'`, 'aboutId'],
    [
      'one that was taken away and is there again',
      `update attachments set removed_at = null, removed_by = null where hash = '${smallHash}'`,
      'removedBy',
    ],
    ['taken away without an event', `update attachments set removed_by = 'x', removed_at = 1 where hash = '${largeHash}'`, 'removedBy'],
    ['a row that is gone', `delete from attachments where hash = '${smallHash}'`, 'row'],
    [
      'a row that nobody made',
      `insert into attachments select 'x', owner_type, owner_id, about, about_id, hash, name, type, size, added_by, added_at, null, null from attachments where hash = '${largeHash}'`,
      'row',
    ],
  ])('%s is found', async (_, sql, column) => {
    const found = await foundAfter(sql);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((one) => one.startsWith('attachments '))).toBe(true);
    expect(found.some((one) => one.endsWith(` ${column}`))).toBe(true);
  });
});
