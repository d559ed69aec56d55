import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { endSession, endSessionsOf, endSessionsOver, insertSession, type Store } from '../../store';
import { aPerson, someDay } from '../rows';

/** What processes on one database are told by each other, here of one that tells itself. */
export function neighbourContract(store: () => Store): void {
  /** Everything heard from now on, and a wait until one thing has been. */
  async function listening() {
    const heard: (string | null)[] = [];
    const stop = store().hear('session.ended', (about) => heard.push(about));
    const until = async (about: string, meanwhile = async () => {}) => {
      for (let look = 0; look < 500 && !heard.includes(about); look += 1) {
        await meanwhile();
        await sleep(20);
      }
      expect(heard).toContain(about);
    };
    const tell = (about: string) => store().tx((tx) => tx.tell('session.ended', about));
    await until('listening', () => tell('listening'));
    return { heard, stop, until, tell };
  }

  it('are told when it is committed, and nothing of what is taken back; who stopped listening hears nothing', async () => {
    const { heard, stop, until, tell } = await listening();
    const attempt = store().tx(async (tx) => {
      await tx.tell('session.ended', 'taken back');
      throw new Error('second thoughts');
    });
    await expect(attempt).rejects.toThrow('second thoughts');
    await store().tx(async (outer) => {
      await outer.tell('session.ended', 'outer');
      await store().tx((inner) => inner.tell('session.ended', 'inner'));
      expect(heard).not.toContain('outer');
    });
    await until('inner');
    stop();
    const other = await listening();
    await tell('later');
    await other.until('later');
    expect(heard.filter((about) => about !== 'listening' && about !== null)).toEqual(['outer', 'inner']);
    other.stop();
  });

  it('hear what is said outside of any transaction, with nothing written for it', async () => {
    const heard: (string | null)[] = [];
    const stop = store().hear('presence', (about) => heard.push(about));
    const before = await store().changeMark();
    for (let look = 0; look < 500 && !heard.includes('somebody'); look += 1) {
      await store().say('presence', 'somebody');
      await sleep(20);
    }
    stop();
    expect(heard).toContain('somebody');
    expect(await store().changeMark()).toBe(before);
  });

  it('hear of every session that ends, whichever way, and of each once', async () => {
    const { heard, stop, until, tell } = await listening();
    const [one, two] = [await aPerson(store()), await aPerson(store())];
    const at = (day: number) => new Date(someDay.getTime() + day * 86_400_000);
    const begin = (id: string, userId: string, day: number) => store().tx((tx) => insertSession(tx, { id, userId, at: at(day) }));
    const id = (name: string) => `${one.id}-${name}`;
    await begin(id('ended'), one.id, 10);
    await begin(id('kept'), one.id, 10);
    await begin(id('other'), one.id, 10);
    await begin(id('idle'), two.id, 1);
    await store().tx((tx) => endSession(tx, id('ended'), at(11)));
    await store().tx((tx) => endSession(tx, id('ended'), at(12)));
    await store().tx((tx) => endSessionsOf(tx, one.id, at(11), id('kept')));
    await store().tx((tx) => endSessionsOver(tx, { idleSince: at(2), begunBefore: at(-400), ahead: at(400), at: at(12) }));
    await tell('all told');
    await until('all told');
    const ours = heard.filter((about) => about?.startsWith(one.id));
    expect(ours).toEqual([id('ended'), id('other'), id('idle')]);
    stop();
  });

  it('do a job alone, one at a time, and again when it is over, also when it failed', async () => {
    let finish: () => void = () => {};
    const done: string[] = [];
    const first = store().alone('count', async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      done.push('first');
    });
    const wasDone = () => store().alone('count', async () => void done.push('again'));
    // The first has begun when nobody else gets the job.
    let others = await Promise.all(Array.from({ length: 6 }, () => store().alone('another', async () => void (await sleep(1)))));
    expect(others.filter(Boolean).length).toBeGreaterThan(0);
    for (let look = 0; look < 500 && (await wasDone()); look += 1) done.length = 0;
    others = await Promise.all(Array.from({ length: 6 }, wasDone));
    expect(others).toEqual(Array(6).fill(false));
    finish();
    expect([await first, done]).toEqual([true, ['first']]);
    await expect(store().alone('count', () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(await wasDone()).toBe(true);
  });
}
