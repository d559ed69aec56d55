import { randomBytes, randomUUID } from 'node:crypto';
import type { Store } from '@/db/store';
import { saveFigures } from '@/server/commands/filing/save-figures';
import { getFormat, leafCells } from '@/server/domain/formats';
import { quarters } from '@/server/domain/periods';
import { aDistrict } from '@/server/testing/a-district';

/** So many that what a table begins with, a page or three, is no part of what a figure costs. */
const units = 16;

export interface SavedOffice {
  saves: number;
  /** The moment that the office's clock shows. */
  at: Date;
}

/** Every typed cell of some quarters saved by itself, as somebody types: each a request with its number, a session and an address. */
export async function saveOneByOne(store: Store): Promise<SavedOffice> {
  const district = await aDistrict(store, { units, openQuarters: [...quarters] });
  const cells = leafCells(getFormat('2021', 'other_three')).filter((cell) => cell.addsUp !== 'opening');
  let saves = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const clerk = district.clerk(unit);
    const actor = { ...clerk.actor, sessionId: randomUUID() };
    for (const quarter of quarters) {
      const { id: filingId } = await district.filing(unit, quarter);
      for (const [at, { id: cell }] of cells.entries()) {
        const context = { ...clerk, actor, requestId: randomBytes(6).toString('hex'), ip: '10.12.34.56' };
        const change = { changeId: randomUUID(), cell, raw: String((at * 7) % 100), baseVersion: 0 };
        const [saved] = await saveFigures(context, { filingId, changes: [change] });
        if (saved?.outcome !== 'saved') throw new Error(`${cell}: ${saved?.outcome}`);
        saves += 1;
      }
    }
  }
  return { saves, at: district.admin.now() };
}
