import { expect, it } from 'vitest';
import { findPerson, insertPerson, listPeople, type Reader, type Store, updatePerson } from '../../store';
import { aPerson, someDay } from '../rows';

/** What `kept` promises, whatever the engine. */
export function keptContract(store: () => Store): void {
  const rename = (id: string, name: string) => store().tx((tx) => updatePerson(tx, id, { name }));

  /** Asks for a person's name as what is kept, and counts how often it is made. */
  function nameOf(id: string) {
    const asked = { made: 0 };
    const make = async (reader: Reader) => {
      asked.made += 1;
      return { name: (await findPerson(reader, id))?.name };
    };
    return { asked, now: () => store().kept(`name of ${id}`, make) };
  }

  it('is the very thing of the last time while what was read for it is the same, whatever else is written', async () => {
    const [person, other] = [await aPerson(store()), await aPerson(store())];
    const { asked, now } = nameOf(person.id);
    const first = await now();
    await rename(other.id, '李四');
    expect(await now()).toBe(first);
    expect([first, asked.made]).toEqual([{ name: '张三' }, 1]);
  });

  it('is made anew as soon as a change is committed, and when it is changed back', async () => {
    const person = await aPerson(store());
    const { asked, now } = nameOf(person.id);
    const names = [(await now()).name];
    for (const name of ['李四', '张三', '王五']) {
      await rename(person.id, name);
      names.push((await now()).name, (await now()).name);
    }
    expect([names, asked.made]).toEqual([['张三', '李四', '李四', '张三', '张三', '王五', '王五'], 4]);
  });

  it('knows of a row that was not there', async () => {
    const id = `newcomer-${someDay.getTime()}`;
    const { now } = nameOf(id);
    expect(await now()).toEqual({ name: undefined });
    await store().tx((tx) => insertPerson(tx, { id, username: id, name: '赵六', passwordHash: null, createdAt: someDay }));
    expect(await now()).toEqual({ name: '赵六' });
  });

  it('is of one moment: what is written while it is made is not in it, and in the next', async () => {
    const person = await aPerson(store());
    const make = async (reader: Reader, meanwhile: () => Promise<void>) => {
      const before = (await findPerson(reader, person.id))?.name;
      await meanwhile();
      return [before, (await listPeople(reader)).find((one) => one.id === person.id)?.name];
    };
    const key = `twice ${person.id}`;
    expect(await store().kept(key, (reader) => make(reader, () => rename(person.id, '李四')))).toEqual(['张三', '张三']);
    expect(await store().kept(key, (reader) => make(reader, async () => {}))).toEqual(['李四', '李四']);
  });

  it('keeps what many ask for at once apart', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => aPerson(store())));
    await Promise.all(people.map(({ id }) => rename(id, `姓名${id}`)));
    const asked = people.map(({ id }) => nameOf(id));
    const all = () => Promise.all(asked.map(({ now }) => now()));
    const wanted = people.map(({ id }) => ({ name: `姓名${id}` }));
    expect([await all(), await all()]).toEqual([wanted, wanted]);
    await Promise.all(people.map(({ id }) => rename(id, `又名${id}`)));
    expect(await all()).toEqual(people.map(({ id }) => ({ name: `又名${id}` })));
  });

  it('keeps nothing of what could not be made', async () => {
    const person = await aPerson(store());
    const key = `fails ${person.id}`;
    const fail = async (reader: Reader) => {
      await findPerson(reader, person.id);
      throw new Error('out of ideas');
    };
    await expect(store().kept(key, fail)).rejects.toThrow('out of ideas');
    expect(await store().kept(key, async () => 'made')).toBe('made');
  });
}
