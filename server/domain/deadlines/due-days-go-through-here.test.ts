import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../../..');
/** What a due day may be, not whether one is over; and `dueOf` in SQL, which a contract of the store holds to it. */
const others = new Set(['server/domain/periods/sense.ts', 'db/store/due-day.ts']);
/** A due day compared, or reckoned with: as a value (`dueOn < today`), in SQL (`${quarters.dueOn} <`), in days. */
const compares =
  /\b\w*[dD]ueOn\}? (?:[<>]=?) |(?<!=>) [<>]=? \(?[\w.?${]*\b\w*[dD]ueOn\b|daysBetween\([^)]*[dD]ueOn|\b(?:lt|lte|gt|gte|between)\([^)]*\.dueOn/;

function comparing(text: string): string[] {
  return text.split('\n').filter((line) => compares.test(line));
}

it('a due day is compared nowhere but here', () => {
  const found = ['server', 'components', 'app', 'db'].flatMap((room) =>
    sourceFiles(join(root, room))
      .map((file) => ({ name: relative(root, file), file }))
      .filter(({ name }) => !others.has(name) && !name.startsWith('server/domain/deadlines/'))
      .flatMap(({ name, file }) => comparing(readFileSync(file, 'utf8')).map((line) => `${name}: ${line.trim()}`)),
  );
  expect(found).toEqual([]);
});

it.each([
  'if (filing.dueOn < today) return;',
  'const isLate = today > filing.dueOn;',
  'sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))',
  'daysBetween(today, filing.dueOn)',
  `sql\`case when \${quarters.dueOn} < \${today} then 1 else 0 end\``,
  'where(lt(t.quarters.dueOn, today))',
])('it sees a comparison: %s', (line) => {
  expect(comparing(line)).toEqual([line]);
});

it.each(['<span>{words.due(column.dueOn)}</span>', 'const day = (dueOn: string) => dueOn;', 'tasks.map((task) => task.dueOn)'])(
  'and nothing else: %s',
  (line) => {
    expect(comparing(line)).toEqual([]);
  },
);

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'migrations' ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
