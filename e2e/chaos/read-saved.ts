import { listEvents, listFigures } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { readEnv } from '@/server/env';
import type { Saved } from './judge';

export interface Stored {
  /** In the order of the event log. */
  saved: Saved[];
  figures: (filingId: string) => Record<string, string>;
}

/** What the server holds, read from its data folder. */
export async function readStored(dataFolder: string, filingIds: readonly string[]): Promise<Stored> {
  const store = await openStore(readEnv({ NIANBAO_DATA: dataFolder }));
  try {
    const events = await listEvents(store.read, { limit: 1_000_000 });
    const saved = events.flatMap((event): Saved[] => {
      if (event.kind !== 'figure.saved') return [];
      const { cell, before, after, version } = event.payload as Pick<Saved, 'cell' | 'before' | 'after' | 'version'>;
      return [{ filingId: event.objectId, cell, userId: event.actorId ?? '', before, after, version, at: Date.parse(event.at) }];
    });
    const figures = new Map<string, Record<string, string>>();
    for (const id of filingIds) figures.set(id, Object.fromEntries((await listFigures(store.read, id)).map((one) => [one.cell, one.raw])));
    return { saved, figures: (filingId) => figures.get(filingId) ?? {} };
  } finally {
    await store.close();
  }
}
