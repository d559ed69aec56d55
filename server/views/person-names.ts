import { listPeople, type Reader } from '@/db/store';

/** People's names by id; an id nobody has reads as itself. */
export async function personNames(reader: Reader): Promise<(id: string | null) => string> {
  const names = new Map((await listPeople(reader)).map((person) => [person.id, person.name]));
  return (id) => (id === null ? '' : (names.get(id) ?? id));
}
