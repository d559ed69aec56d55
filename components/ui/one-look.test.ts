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
