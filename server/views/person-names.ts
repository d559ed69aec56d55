import { listPeople, namesOfPeople, type Reader } from '@/db/store';

/** People's names by id; an id nobody has reads as itself. */
export async function personNames(reader: Reader): Promise<(id: string | null) => string> {
  const names = new Map((await listPeople(reader)).map((person) => [person.id, person.name]));
  return (id) => (id === null ? '' : (names.get(id) ?? id));
}

/**
 * Builds something with the names of the people who are named in it, and reads no others.
 *
 * @param build is asked twice: whom it names, and for the thing itself
 */
export async function withNames<T>(reader: Reader, build: (nameOf: (id: string | null) => string) => T): Promise<T> {
  const named = new Set<string>();
  build((id) => {
    if (id !== null) named.add(id);
    return '';
  });
  const names = await namesOfPeople(reader, [...named]);
  return build((id) => (id === null ? '' : (names.get(id) ?? id)));
}
