import type { OfficePerson } from '@/server/queries/people';

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
  | { act: 'setTelephone'; person: OfficePerson }
  | { act: 'setActive'; person: OfficePerson };
