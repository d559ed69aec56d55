/** The doors of the process, and what may be asked of each. Another method is answered with 405 before anything reads the request. */
export const doors = {
  procedures: ['GET', 'HEAD', 'POST'],
  files: ['GET', 'HEAD'],
  health: ['GET', 'HEAD'],
  metrics: ['GET', 'HEAD'],
  /** What was built with the program and is the same for everybody. */
  parts: ['GET', 'HEAD'],
  sign_in: ['GET', 'HEAD', 'POST'],
  pages: ['GET', 'HEAD', 'POST'],
} as const satisfies Record<string, readonly string[]>;

export type Door = keyof typeof doors;

export function doorOf(path: string): Door {
  if (path.startsWith('/api/trpc/')) return 'procedures';
  if (path.startsWith('/files/')) return 'files';
  if (path.startsWith('/api/health/')) return 'health';
  if (path === '/metrics') return 'metrics';
  if (path.startsWith('/_next/static/') || path === '/icon.svg' || path === '/favicon.ico') return 'parts';
  if (path.startsWith('/api/auth/') || path.startsWith('/api/identity/')) return 'sign_in';
  return 'pages';
}

/** Pages by their first word, for the log: what follows may be a person's secret (`/link/…`) or anything at all. */
const rooms: ReadonlySet<string> = new Set([
  'account',
  'announcements',
  'help',
  'notices',
  'audit',
  'board',
  'check',
  'continue-anyway',
  'contributions',
  'filings',
  'language',
  'link',
  'office',
  'overview',
  'reports',
  'review',
  'rules',
  'setup',
  'sign-in',
  'slips',
  'tasks',
  'text-size',
  'trends',
]);

/** What of an address may be written down: names of our own. */
export function routeOf(path: string): string {
  const door = doorOf(path);
  if (door !== 'pages') return door;
  const room = path.split(/[/?#]/)[1] ?? '';
  return room === '' ? '/' : rooms.has(room) ? `/${room}` : 'other';
}
