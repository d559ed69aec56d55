import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const theme = readFileSync('app/globals.css', 'utf8');
const steps = (space: string) => [...theme.matchAll(new RegExp(`--${space}-([a-z-]+):`, 'g'))].map(([, name]) => name);
const sources = ['app', 'components']
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`))
  .filter((path) => /\.(tsx?|css)$/.test(path) && !/\.test\.|messages\//.test(path));
const uses = (pattern: RegExp) =>
  sources.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(pattern)].map(([use]) => `${path}: ${use}`));

it('type, widths and corners come from the theme alone', () => {
  expect(steps('text')).toEqual(['note', 'body', 'head', 'title', 'figure']);
  expect(uses(/\btext-(\[\d[^\]]*\]|xs|sm|base|lg|\d?xl)(?![\w-])/g)).toEqual([]);
  const widths = ['full', 'none', ...steps('container')].join('|');
  expect(uses(new RegExp(`\\bmax-w-(?!(${widths})\\b)[^\\s'"\`]+`, 'g'))).toEqual([]);
  expect(uses(/\brounded-(?!full\b)[^\s'"`]+/g)).toEqual([]);
});

/** Where a button is part of what it stands in: a figure in its table, a word in its sentence, the frame of every page, a page without our styles. */
const ownButtons = [
  /^components\/(ui|statutory-table|shell|sign-in|old-browser)\//,
  /^components\/filing-form\/(entry|top)\//,
  /^components\/checks\/checked-texts\.tsx$/,
  /^components\/admin\/(board\/board-head|roll-over\/roll-over-wizard)\.tsx$/,
  /^app\/global-error\.tsx$/,
];

it('a button has one of the looks of Button, and the acts of a dialog stand in DialogActs, the way out first', () => {
  expect(uses(/<button\b/g).filter((use) => !ownButtons.some((place) => place.test(use.split(':')[0] ?? '')))).toEqual([]);
  const dialogs = sources.map((path) => ({ path, text: readFileSync(path, 'utf8') })).filter(({ text }) => /<Dialog\s/.test(text));
  const lacking = dialogs.filter(({ text }) => /common\.cancel\b/.test(text) && !text.includes('<DialogActs'));
  expect(lacking.map(({ path }) => path)).toEqual([]);
  const actFirst = sources.filter((path) =>
    /<DialogActs[\s\S]*?look="(primary|official|danger)"[\s\S]*?common\.cancel\b/.test(readFileSync(path, 'utf8')),
  );
  expect(actFirst).toEqual([]);
});

/** What is no list: what is printed by law, what is typed into, and a figure beside its past. */
const ownTables = [
  /^components\/(statutory-table|trends|shell|signing)\//,
  /^components\/filing-form\/(entry|side)\//,
  /^components\/admin\/(board|closing|events)\//,
  /^components\/annual-report\/paper\//,
  /^components\/review\/at-a-glance\.tsx$/,
];

it('a cell of a list has its paddings from list-table', () => {
  const own = uses(/<t[hd]\b[^>]*?className="[^"]*\bp[xy]?-\d/g).filter(
    (use) => !ownTables.some((place) => place.test(use.split(':')[0] ?? '')),
  );
  expect(own).toEqual([]);
});
