import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const heavy = /^import (?!type\b)[^;]*? from '(?:echarts|@resvg\/)[^']*'/m;
const drawing = /^import (?!type\b)[^;]*? from '(?:@\/server\/exports|\.)\/(?:charts|digest\/(?:html|pdf|docx))'/m;

it('what draws charts is loaded when the first is asked for, never with the server and never by a page', () => {
  const files = ['app', 'components', 'server'].flatMap((room) => sourceFiles(join(root, room)));
  expect(files.length).toBeGreaterThan(500);
  const found = files.filter((file) => {
    const text = readFileSync(file, 'utf8');
    return heavy.test(text) || drawing.test(text);
  });
  expect(found.map((file) => relative(root, file))).toEqual([]);
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
