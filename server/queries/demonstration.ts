import { listPeople, listPosts, listUnits, type Reader } from '@/db/store';
import { type Role, roles } from '@/server/domain/permissions';

export interface DemonstrationPerson {
  username: string;
  name: string;
  role: Role;
  unitName: string;
}

/** Whom one may be in the demonstration with one click: everybody with a post, the office's people first. */
export async function demonstrationPeople(reader: Reader): Promise<DemonstrationPerson[]> {
  const people = new Map((await listPeople(reader)).map((person) => [person.id, person]));
  const units = new Map((await listUnits(reader)).map((unit) => [unit.id, unit]));
  return (await listPosts(reader))
    .flatMap((post) => {
      const person = people.get(post.userId);
      const unit = units.get(post.unitId);
      return person?.isActive && unit
        ? [{ username: person.username, name: person.name, role: post.role, unitName: unit.name, sort: unit.sort }]
        : [];
    })
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.sort - b.sort)
    .map(({ sort: _sort, ...person }) => person);
}
