import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileBytes, findAttachment } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { freshDatabase } from '@/db/testing/fresh-postgres';
import { verifyLedger } from '@/server/audit/verify-ledger';
import { addAttachment } from '@/server/commands/attachment/add-attachment';
import { removeAttachment } from '@/server/commands/attachment/remove-attachment';
import { sendPiece } from '@/server/commands/attachment/send-piece';
import { saveReportFact } from '@/server/commands/report/save-report-fact';
import { pieceBytes } from '@/server/domain/attachments';
import { districtIn } from '@/server/testing/a-district';
import { aLocalFact } from '@/server/testing/every-status';
import { aPdf } from '@/server/testing/evidence-files';
import type { Place } from './backed-up-store';
import { copyOffice } from './copy-office';
import { makeBackup } from './make-backup';
import { anOffice, type Office, restoreTo } from './testing/an-office';

/** More pieces than are held at once on the way from one database to another. */
const bytes = aPdf('签到表', 20 * pieceBytes + 17);

let office: Office;
let id = '';
beforeAll(async () => {
  office = await anOffice();
  id = await inStore(office.place, async (store) => {
    const { admin, rootId, year } = districtIn(store, office.district);
    const key = { unitId: rootId, year, scope: 'consolidated' as const };
    const { id: aboutId } = await saveReportFact(admin, { ...key, id: null, seen: null, fact: aLocalFact });
    const place = { about: 'fact' as const, aboutId, upload: 'an upload' };
    const piece = (at: number) => ({
      name: '签到表.pdf',
      size: bytes.length,
      bytes: bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes),
    });
    for (let at = 0; at < 20; at += 1) await sendPiece(admin, { ...place, piece: at, file: piece(at) });
    return (await addAttachment(admin, { ...place, file: piece(20) })).id;
  });
});
afterAll(() => office.remove());

async function inStore<T>(place: Place, work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> {
  const store = await openStore(place);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The file is there to the last byte, and the log agrees. */
const expectWhole = (place: Place) =>
  inStore(place, async ({ read }) => {
    const attachment = await findAttachment(read, id);
    const all: Buffer[] = [];
    for await (const piece of fileBytes(read, attachment?.hash ?? '')) all.push(piece);
    expect([attachment?.removedAt, Buffer.concat(all).equals(Buffer.from(bytes))]).toEqual([null, true]);
    const { replay } = await verifyLedger({ read, schema: { is: 'current', migration: null } });
    expect([replay?.differences, replay?.compared.files]).toEqual([[], 1]);
  });

describe('a file that was attached', () => {
  it('goes with the office from SQLite to PostgreSQL and back', async () => {
    const server: Place = { dataFolder: '', databaseUrl: await freshDatabase() };
    const back: Place = { dataFolder: join(office.backups, '../back'), databaseUrl: null };
    const there = await copyOffice(office.place, server);
    expect(there.find(({ name }) => name === 'file_pieces')?.rows).toBe(21);
    await expectWhole(server);
    expect(await copyOffice(server, back)).toEqual(there);
    await expectWhole(back);
  });

  it('comes back with a backup, also one that was taken away since', async () => {
    const { folder } = await makeBackup({ place: office.place, to: office.backups, reason: 'asked' });
    await inStore(office.place, (store) => removeAttachment(districtIn(store, office.district).admin, { id }));
    await restoreTo(office.place, folder);
    await expectWhole(office.place);
  });
});
