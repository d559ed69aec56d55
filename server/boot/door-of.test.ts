import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { doorOf, routeOf } from './door-of';

const app = fileURLToPath(new URL('../../app', import.meta.url));
const foldersOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

it('every room of the app has its name in the log', () => {
  const rooms = [...foldersOf(app), ...foldersOf(`${app}/(desk)`)].filter((name) => name !== '(desk)' && name !== 'api');
  expect(rooms.length).toBeGreaterThan(10);
  expect(rooms.map((room) => routeOf(`/${room}/Secret1Xq`))).toEqual(rooms.map((room) => `/${room}`));
});

it.each([
  '/Secret1Xq',
  '/link?to=Secret1Xq',
  '/link#Secret1Xq',
  '//Secret1Xq',
  '/files/Secret1Xq',
  '/api/trpc/Secret1Xq',
  '/api/auth/Secret1Xq',
])('of %s nothing is written that was sent', (path) => {
  expect(routeOf(path)).not.toContain('Secret1Xq');
});

it('an address has one door', () => {
  expect(
    ['/api/trpc/x', '/files/x', '/api/health/x', '/metrics', '/_next/static/x', '/icon.svg', '/favicon.ico', '/api/auth/x', '/x'].map(
      doorOf,
    ),
  ).toEqual([...['procedures', 'files', 'health', 'metrics', 'parts', 'parts', 'parts', 'sign_in', 'pages']]);
});
