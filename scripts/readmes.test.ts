import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const code = /\.(?:ts|tsx|mjs|css)$/;
const text = /\.(?:ts|tsx|mjs|js|css|json|md|sql|html|grit|svg|txt|c|yml)$/;
/** Each folder directly in one of these says what belongs in it. */
const halls = ['', 'server', 'server/domain', 'components', 'components/admin', 'components/annual-report'];
/** Named in a README and nowhere in the project: in a downloaded zip, in the data folder, or left out on purpose. */
const elsewhere = new Set(['manifest.json', 'schemas', 'overlay.json', 'loading.tsx', '10.0.0.0/8']);

const places = placesIn('');
const readmes = places.filter((place) => place.endsWith('.md'));

it('every folder that holds code has a README', () => {
  const rooms = halls.flatMap((hall) => places.filter((place) => folderOf(place) === hall && isRoom(place)));
  expect(rooms.filter((room) => !readmes.includes(`${room}/README.md`))).toEqual([]);
});

it('every path that a README names is there', () => {
  const named = readmes.flatMap((readme) => pathsIn(readme).map((path) => ({ readme, path })));
  expect(named.length).toBeGreaterThan(300);
  expect(named.filter(({ readme, path }) => !isThere(readme, path)).map(({ readme, path }) => `${readme}: ${path}`)).toEqual([]);
});

it('every link of a README leads to something', () => {
  const links = readmes.flatMap((readme) =>
    [...textOf(readme).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => ({ readme, path: join(dirname(readme), match[1] ?? '') })),
  );
  expect(links.filter(({ path }) => !places.includes(path))).toEqual([]);
});

it('no text holds the marks of a merge that nobody finished', () => {
  const marks = /^(?:<{7}|>{7}|\|{7}) /m;
  const texts = places.filter((place) => text.test(place) && !statSync(join(root, place)).isDirectory());
  expect(texts.length).toBeGreaterThan(1_000);
  expect(texts.filter((place) => marks.test(textOf(place)))).toEqual([]);
});

/** Files and folders below a folder, as paths of the project, without what git ignores. */
function placesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = join(folder, entry.name);
    if (entry.name.startsWith('.') || (folder === '' && isIgnored(entry.name))) return [];
    return entry.isDirectory() ? [place, ...placesIn(place)] : [place];
  });
}

function isIgnored(name: string): boolean {
  return textOf('.gitignore')
    .split('\n')
    .some((line) => line.replaceAll('/', '') === name);
}

function isRoom(place: string): boolean {
  return statSync(join(root, place)).isDirectory() && places.some((file) => file.startsWith(`${place}/`) && code.test(file));
}

/** What stands in backticks and looks like a path; one that begins with `/` is an address, one with `.` or `@` is not ours. */
function pathsIn(readme: string): string[] {
  return [...textOf(readme).matchAll(/`([\w([{<*][\w./()[\]{}<>*,-]*)`/g)]
    .map((match) => (match[1] ?? '').replace(/\/$/, ''))
    .filter((path, at, all) => all.indexOf(path) === at && !path.includes('</'))
    .filter((path) => !elsewhere.has(path) && !path.startsWith('node_modules/'))
    .filter((path) => path.includes('/') || /\.(?:ts|tsx|mjs|js|css|json|md|sql|grit)$/.test(path));
}

/** A path is told from beside the README, from a folder above it, or from `server`; a bare name also of a file further in. `<id>` and `*` stand for any name, the extension may be left out. */
function isThere(readme: string, path: string): boolean {
  const pattern = path
    .replace(/[.()[\]]/g, '\\$&')
    .replace(/<[^>]*>/g, '[^/]+')
    .replaceAll('*', '[^/]*')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`);
  const wanted = new RegExp(`^${pattern}(?:\\.[a-z.]+)?$`);
  const isBare = !path.includes('/');
  if (isBare && places.some((place) => place.startsWith(`${folderOf(readme)}/`) && wanted.test(basename(place)))) return true;
  return [...foldersAbove(readme), 'server'].some((base) => {
    const inside = base === '' ? '' : `${base}/`;
    return places.some((place) => place.startsWith(inside) && wanted.test(place.slice(inside.length)));
  });
}

function foldersAbove(place: string): string[] {
  const folder = folderOf(place);
  return folder === '' ? [''] : [folder, ...foldersAbove(folder)];
}

function folderOf(place: string): string {
  const folder = dirname(place);
  return folder === '.' ? '' : folder;
}

function textOf(place: string): string {
  return readFileSync(join(root, place), 'utf8');
}
