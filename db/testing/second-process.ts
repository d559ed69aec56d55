import { listFigures, upsertFigure } from '../store';
import { openSqliteStore } from '../store/sqlite-store';
import { someDay } from './rows';

/** Adds 1 to the first figure of a filing so many times, each in its own transaction: the other process of a two-process test. */
const [file = '', filingId = '', times = '0'] = process.argv.slice(2);
const store = await openSqliteStore(file);
for (let done = 0; done < Number(times); done += 1)
  await store.tx(async (tx) => {
    const [stored] = await listFigures(tx, filingId);
    if (stored?.figure.state !== 'number') throw new Error('the filing has no number to add to');
    const value = stored.figure.value + 1;
    await upsertFigure(tx, filingId, {
      ...stored,
      raw: String(value),
      figure: { ...stored.figure, value },
      version: value,
      savedAt: someDay,
    });
  });
await store.close();
