import type { OfficePerson, Unit } from '@/server/queries/office';

/** What is being done on the page of people; one at a time. */
export type PersonAct =
  | { act: 'add' }
  | { act: 'link'; name: string; secret: string }
  | { act: 'givePost'; person: OfficePerson }
  | { act: 'endPost'; person: OfficePerson; post: OfficePerson['posts'][number] }
  | { act: 'newLink'; person: OfficePerson }
  | { act: 'liftHoldOff'; person: OfficePerson }
  | { act: 'releaseIdentity'; person: OfficePerson }
  | { act: 'resetFactor'; person: OfficePerson }
  | { act: 'setActive'; person: OfficePerson };

/** The unit in whose name the office acts on a person: one they hold a post in, else the top of what may be managed. */
export function unitToActIn(person: OfficePerson, units: readonly Unit[]): string {
  const held = person.posts.find((post) => units.some((unit) => unit.id === post.unitId));
  return held?.unitId ?? units[0]?.id ?? '';
}
