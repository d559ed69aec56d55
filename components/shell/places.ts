import type { Role } from '@/server/domain/permissions';

/** The places of the desk, in the order of the navigation, and whose day they belong to. */
export const places = [
  { key: 'overview', href: '/overview', roles: ['head', 'admin'] },
  { key: 'tasks', href: '/tasks', roles: ['clerk', 'head'] },
  { key: 'review', href: '/review', roles: ['reviewer', 'admin'] },
  { key: 'board', href: '/board', roles: ['reviewer', 'admin', 'auditor'] },
  { key: 'reports', href: '/reports', roles: ['clerk', 'head', 'reviewer', 'admin', 'auditor'] },
  { key: 'trends', href: '/trends', roles: ['clerk', 'head', 'reviewer', 'admin', 'auditor'] },
  { key: 'slips', href: '/slips', roles: ['clerk', 'head', 'reviewer', 'admin', 'auditor'] },
  { key: 'office', href: '/office', roles: ['admin', 'system_admin', 'security_admin'] },
  { key: 'rules', href: '/rules', roles: ['clerk', 'head', 'reviewer', 'admin', 'auditor'] },
  { key: 'check', href: '/check', roles: ['reviewer', 'admin', 'auditor'] },
  { key: 'audit', href: '/audit', roles: ['auditor'] },
] as const satisfies readonly { key: string; href: string; roles: readonly Role[] }[];
export type Place = (typeof places)[number];

/** What is looked up and checked against, by whoever: it stands last and together, apart from the work of the day. */
export const referencePlaces: ReadonlySet<Place['key']> = new Set(['rules', 'check', 'audit']);

export function placesOf(held: readonly Role[]): Place[] {
  return places.filter((place) => place.roles.some((role) => held.includes(role)));
}

/** The place an address belongs to: the form of a filing is part of a clerk's tasks. */
export function isPlaceOf(place: Pick<Place, 'key' | 'href'>, path: string): boolean {
  const folders = place.key === 'tasks' ? ['/tasks', '/filings', '/contributions'] : [place.href];
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}
