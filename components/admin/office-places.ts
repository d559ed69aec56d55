import { type Action, can, type HeldPost } from '@/server/domain/permissions';

/** What the office looks after, in the order of the list: who, when, how, and what keeps it going. */
export const officeGroups = ['who', 'when', 'how', 'running'] as const;
export type OfficeGroup = (typeof officeGroups)[number];

/** The pages of the office, in the order of the list, and by which act each is somebody's. */
const places = [
  ['units', '/office/units', 'unit.manage', 'who'],
  ['people', '/office/people', 'people.read', 'who'],
  ['duties', '/office/duties', null, 'who'],
  ['years', '/office/years', 'year.manage', 'when'],
  ['yearEnd', '/office/years/roll-over', 'year.roll_over', 'when'],
  ['openings', '/office/openings', 'opening.set', 'when'],
  ['signing', '/office/signing', 'year.manage', 'how'],
  ['indicators', '/office/indicators', 'year.manage', 'how'],
  ['ruleNotes', '/office/rule-notes', 'rule.answer', 'how'],
  ['phrases', '/office/phrases', 'phrase.manage', 'how'],
  ['wording', '/office/wording', 'year.manage', 'how'],
  ['announcements', '/office/announcements', 'announcement.manage', 'running'],
  ['messages', '/office/messages', 'message.manage', 'running'],
  ['backups', '/office/backups', 'backup.read', 'running'],
] as const satisfies readonly (readonly [string, string, Action | null, OfficeGroup])[];
export type OfficePlace = readonly [(typeof places)[number][0], string, OfficeGroup];

/** Roles whose day is the office's; a reviewer comes here for the phrases alone, and has no list. */
const officeRoles: readonly string[] = ['admin', 'system_admin', 'security_admin', 'auditor'];

/** The pages of the office that are this person's by their posts. */
export function officePlaces(posts: readonly HeldPost[]): OfficePlace[] {
  const ofOffice = posts.filter((post) => officeRoles.includes(post.role));
  const may = (action: Action) => ofOffice.some((post) => can([post], action, { unitPath: [post.unitId], status: null }) === 'allowed');
  // Rolling over has its button on the page of years, and a line of its own for whoever has no such page.
  const isOnYears = may('year.manage');
  return places.flatMap(([key, href, action, group]): OfficePlace[] =>
    key === 'yearEnd' && isOnYears ? [] : (action === null ? ofOffice.length > 0 : may(action)) ? [[key, href, group]] : [],
  );
}
