import { type Action, can, type HeldPost } from '@/server/domain/permissions';

/** The pages of the office, in the order of the tabs, and by which act each is somebody's. */
const places = [
  ['units', '/office/units', 'unit.manage'],
  ['people', '/office/people', 'people.read'],
  ['duties', '/office/duties', null],
  ['years', '/office/years', 'year.manage'],
  ['yearEnd', '/office/years/roll-over', 'year.roll_over'],
  ['signing', '/office/signing', 'year.manage'],
  ['indicators', '/office/indicators', 'year.manage'],
  ['openings', '/office/openings', 'opening.set'],
  ['ruleNotes', '/office/rule-notes', 'rule.answer'],
  ['phrases', '/office/phrases', 'phrase.manage'],
  ['wording', '/office/wording', 'year.manage'],
  ['announcements', '/office/announcements', 'announcement.manage'],
  ['messages', '/office/messages', 'message.manage'],
  ['backups', '/office/backups', 'backup.read'],
] as const satisfies readonly (readonly [string, string, Action | null])[];
export type OfficePlace = readonly [(typeof places)[number][0], string];

/** Roles whose day is the office's; a reviewer comes here for the phrases alone, and has no tabs. */
const officeRoles: readonly string[] = ['admin', 'system_admin', 'security_admin', 'auditor'];

/** The pages of the office that are this person's by their posts. */
export function officePlaces(posts: readonly HeldPost[]): OfficePlace[] {
  const ofOffice = posts.filter((post) => officeRoles.includes(post.role));
  const may = (action: Action) => ofOffice.some((post) => can([post], action, { unitPath: [post.unitId], status: null }) === 'allowed');
  // Rolling over has its button on the page of years, and a tab of its own for whoever has no such page.
  const isOnYears = may('year.manage');
  return places.flatMap(([key, href, action]): OfficePlace[] =>
    key === 'yearEnd' && isOnYears ? [] : (action === null ? ofOffice.length > 0 : may(action)) ? [[key, href]] : [],
  );
}
