import { expect, it } from 'vitest';
import {
  countPeople,
  findChange,
  findPerson,
  insertChange,
  insertPerson,
  readSetting,
  type Store,
  type Tx,
  updatePerson,
  writeSetting,
} from '../../store';
import { aPerson, someDay } from '../rows';

/** What `tx` promises, whatever the engine. */
export function transactionContract(store: () => Store): void {
  it('keeps nothing of a transaction that throws', async () => {
    const person = await aPerson(store());
    const attempt = store().tx(async (tx) => {
      await updatePerson(tx, person.id, { name: '李四' });
      throw new Error('second thoughts');
    });
    await expect(attempt).rejects.toThrow('second thoughts');
    expect((await findPerson(store().read, person.id))?.name).toBe('张三');
  });

  it('answers with what the work returned, and by then it is committed', async () => {
    const person = await aPerson(store());
    const answer = await store().tx(async (tx) => {
      await updatePerson(tx, person.id, { name: '李四' });
      return 'done';
    });
    expect([answer, (await findPerson(store().read, person.id))?.name]).toEqual(['done', '李四']);
  });

  it('joins a transaction inside a transaction to the outer one', async () => {
    const person = await aPerson(store());
    const attempt = store().tx(async (outer) => {
      await store().tx((inner) => updatePerson(inner, person.id, { name: '李四' }));
      expect((await findPerson(outer, person.id))?.name).toBe('李四');
      throw new Error('the outer one fails');
    });
    await expect(attempt).rejects.toThrow('the outer one fails');
    expect((await findPerson(store().read, person.id))?.name).toBe('张三');
  });

  it('fills: what was committed within is there, also when the work then fails', async () => {
    let person = { id: '' };
    const attempt = store().fill(async () => {
      person = await aPerson(store());
      throw new Error('out of ideas');
    });
    await expect(attempt).rejects.toThrow('out of ideas');
    expect((await findPerson(store().read, person.id))?.name).toBe('张三');
    await store().fill(() => store().tx((tx) => updatePerson(tx, person.id, { name: '李四' })));
    expect((await findPerson(store().read, person.id))?.name).toBe('李四');
  });

  it('does not let a transaction that fails take its neighbours with it', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => aPerson(store())));
    const outcomes = await Promise.allSettled(
      people.map((person, index) =>
        store().tx(async (tx) => {
          await updatePerson(tx, person.id, { name: '李四' });
          if (index % 3 === 1) throw new Error(`member ${index}`);
        }),
      ),
    );
    expect(outcomes.map((outcome) => outcome.status === 'fulfilled')).toEqual(people.map((_, index) => index % 3 !== 1));
    const names = await Promise.all(people.map(async (person) => (await findPerson(store().read, person.id))?.name));
    expect(names).toEqual(people.map((_, index) => (index % 3 === 1 ? '张三' : '李四')));
  });

  it('does not let a neighbour that breaks a unique key take others with it', async () => {
    const taken = await aPerson(store());
    const before = await countPeople(store().read);
    const outcomes = await Promise.allSettled([aPerson(store()), aPerson(store(), { username: taken.username }), aPerson(store())]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await countPeople(store().read)).toBe(before + 2);
  });

  it('loses none of 60 read-modify-writes that run at once', async () => {
    const person = await aPerson(store(), { name: '0' });
    await Promise.all(
      Array.from({ length: 60 }, () =>
        store().tx(async (tx) => {
          await tx.lock(`person:${person.id}`);
          const found = await findPerson(tx, person.id);
          await updatePerson(tx, person.id, { name: String(Number(found?.name) + 1) });
        }),
      ),
    );
    expect((await findPerson(store().read, person.id))?.name).toBe('60');
  });

  it('lets 32 decide one after the other who all ask for nothing, and loses none of what they decided', async () => {
    const person = await aPerson(store(), { name: '0' });
    let inside = 0;
    const most: number[] = [];
    const decide = () =>
      store().tx(async (tx) => {
        inside += 1;
        most.push(inside);
        const found = await findPerson(tx, person.id);
        await updatePerson(tx, person.id, { name: String(Number(found?.name) + 1) });
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 32 }, decide));
    expect([(await findPerson(store().read, person.id))?.name, Math.max(...most)]).toEqual(['32', 1]);
  });

  it('lets those who decide on one thing only wait for each other when it is the same, and everybody else for them', async () => {
    const [one, other] = [await aPerson(store(), { name: '0' }), await aPerson(store(), { name: '0' })];
    const rename = (id: string) => async (tx: Tx) => {
      const found = await findPerson(tx, id);
      await updatePerson(tx, id, { name: String(Number(found?.name) + 1) });
    };
    await Promise.all(
      Array.from({ length: 48 }, (_, index) => {
        const { id } = index % 2 === 0 ? one : other;
        return store().tx(rename(id), index % 3 === 0 ? {} : { only: `person:${id}` });
      }),
    );
    const names = await Promise.all([one, other].map(async ({ id }) => (await findPerson(store().read, id))?.name));
    expect(names).toEqual(['24', '24']);
  });

  it('does again what had to be given up because two waited for each other', async () => {
    const person = await aPerson(store(), { name: '0' });
    const tries: string[] = [];
    const cross = (first: string, then: string) =>
      store().tx(
        async (tx) => {
          tries.push(first);
          // Both hold their first key before either asks for the other's.
          if (store().engine === 'postgres') while (new Set(tries).size < 2) await findPerson(tx, person.id);
          await tx.lock(then);
          const found = await findPerson(tx, person.id);
          await updatePerson(tx, person.id, { name: String(Number(found?.name) + 1) });
        },
        { only: first },
      );
    await Promise.all([cross('left', 'right'), cross('right', 'left')]);
    expect((await findPerson(store().read, person.id))?.name).toBe('2');
    expect(tries.length).toBe(store().engine === 'postgres' ? 3 : 2);
  });

  it('answers readers while more transactions wait for their turn than there are connections', async () => {
    const person = await aPerson(store(), { name: '0' });
    const told: string[] = [];
    const waiting = Array.from({ length: 40 }, () =>
      store().tx(async (tx) => {
        // A reader in the middle of everybody's transactions: it may not need what they hold.
        if (told.length === 0) told.push((await findPerson(store().read, person.id))?.name ?? '');
        await updatePerson(tx, person.id, { name: '李四' });
      }),
    );
    await Promise.all(waiting);
    expect(told).toEqual(['0']);
  });

  it('keeps nothing of a transaction in which a database error was caught, and says so, or keeps the rest of it', async () => {
    const [person, taken] = [await aPerson(store()), await aPerson(store())];
    const attempt = store().tx(async (tx) => {
      await updatePerson(tx, person.id, { name: '李四' });
      await insertPerson(tx, { ...taken, name: '王五', passwordHash: null, createdAt: someDay }).catch(() => undefined);
    });
    const isKept = await attempt.then(
      () => true,
      () => false,
    );
    expect((await findPerson(store().read, person.id))?.name).toBe(isKept ? '李四' : '张三');
  });

  it('remembers an acknowledged change once, and gives its answer back as it was', async () => {
    const change = { changeId: 'change-1', userId: 'u', result: { version: 3, figure: { state: 'number', value: 7 } }, at: someDay };
    await store().tx((tx) => insertChange(tx, change));
    expect(await findChange(store().read, 'change-1')).toEqual({ userId: 'u', result: change.result });
    expect(await findChange(store().read, 'change-2')).toBeNull();
  });

  it('keeps a setting, and its newest value', async () => {
    expect(await readSetting(store().read, 'isDemonstration')).toBeNull();
    for (const value of [false, true]) await store().tx((tx) => writeSetting(tx, 'isDemonstration', value));
    expect(await readSetting(store().read, 'isDemonstration')).toBe(true);
  });
}
