import { listPeople, type Person, peopleWithIdentity, type Reader, readSetting } from '@/db/store';

/** Everybody who is active and has a way in: a password, or an identity that is bound. In the demonstration everybody comes by one click. */
export async function whoCanSignIn(reader: Reader): Promise<Person[]> {
  const bound = await peopleWithIdentity(reader);
  const isDemonstration = (await readSetting(reader, 'isDemonstration')) === true;
  return (await listPeople(reader)).filter((person) => person.isActive && (person.hasPassword || isDemonstration || bound.has(person.id)));
}
