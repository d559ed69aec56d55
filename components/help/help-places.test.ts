import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roles } from '@/server/domain/permissions';
import { officePlaces } from '../admin/office-places';
import { help as en } from '../messages/en/help';
import type { HelpPart } from '../messages/help-text';
import { help as zh } from '../messages/zh/help';
import { places } from '../shell/places';
import { guideNames, guides, helpAddress, helpOf } from './help-places';

const both = [
  ['zh', zh],
  ['en', en],
] as const;
const partsOf = (of: typeof zh) => guideNames.flatMap((guide) => Object.entries(of[guide]) as [string, HelpPart][]);
const desk = join(import.meta.dirname, '../../app/(desk)');

/** Every page of the desk as somebody opens it: a folder in brackets is any one. */
const pagesOfTheDesk = readdirSync(desk, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.tsx') && !file.startsWith('help'))
  .map((file) => `/${file.replace(/\/page\.tsx$/, '').replace(/\[[^\]]+\]/g, 'x')}`);

describe('the help of a page', () => {
  it('is there for every page of the navigation, of the office and of the desk, whoever asks', () => {
    const office = officePlaces(roles.map((role) => ({ id: role, role, unitId: 'root' })));
    const asked = [...places.map((place) => place.href), ...office.map(([, href]) => href), ...pagesOfTheDesk];
    const lacking = asked.flatMap((page) => roles.filter((role) => helpOf(page, [role]) === null).map((role) => `${page} for ${role}`));
    expect(pagesOfTheDesk.length).toBeGreaterThan(30);
    expect(lacking).toEqual([]);
  });

  it.each(both)('has each section in %s, with a title and words', (_, words) => {
    for (const guide of guideNames) expect(Object.keys(words[guide])).toEqual([...guides[guide]]);
    for (const [name, part] of partsOf(words))
      expect({ name, ok: part.title.length > 0 && part.says.every((line) => line.length > 0) }).toEqual({ name, ok: true });
  });

  it('names each section once, so that an anchor is one place', () => {
    const all = guideNames.flatMap((guide) => [...guides[guide]]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('is one section for one page, by what somebody is', () => {
    expect(helpAddress('/tasks', ['clerk'])).toBe('/help/clerk#start');
    expect(helpAddress('/tasks', ['head'])).toBe('/help/head#signQuarter');
    expect(helpAddress('/filings/42', ['clerk'])).toBe('/help/clerk#quarter');
    expect(helpAddress('/filings/42/check', ['head'])).toBe('/help/head#signQuarter');
    expect(helpAddress('/review/42', ['reviewer'])).toBe('/help/reviewer#submission');
    expect(helpAddress('/review/', ['reviewer'])).toBe('/help/reviewer#queue');
    expect(helpAddress('/reports/u/2026/own_organ', ['admin'])).toBe('/help/admin#report');
    expect(helpAddress('/reports/u/2026/own_organ', ['clerk'])).toBe('/help/everybody#reports');
    expect(helpAddress('/reviewers', ['reviewer'])).toBe('/help');
    expect(helpAddress('//elsewhere', [])).toBe('/help');
  });
});

describe('what the help says', () => {
  it.each(both)('names in quotation marks only what stands on the screen (%s)', (language, words) => {
    const folder = join(import.meta.dirname, '../messages', language);
    const screen = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('help'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    const said = partsOf(words).flatMap(([, part]) => [...part.says, ...(part.steps ?? []), ...(part.table ?? []).flat()]);
    const quoted = said.flatMap((line) =>
      [...line.matchAll(language === 'zh' ? /“([^”]+)”/g : /"([^"]+)"/g)].map((match) => match[1] ?? ''),
    );
    expect(quoted.length).toBeGreaterThan(60);
    expect(quoted.filter((one) => !screen.includes(one) && !notOfTheScreen.has(one))).toEqual([]);
  });

  it('has in its table every key of the form', () => {
    const readme = readFileSync(join(import.meta.dirname, '../filing-form/README.md'), 'utf8');
    const keys = readme
      .slice(readme.indexOf('## Keys'), readme.indexOf('## Decisions'))
      .split('\n')
      .flatMap((line) => /^\| ([^|]+) \| /.exec(line)?.[1] ?? [])
      .flatMap((cell) => cell.split(', '))
      .filter((key) => /^(?:Ctrl|Shift|Alt|Enter|Tab|Delete|Esc|F\d)/.test(key));
    expect(keys.length).toBeGreaterThan(15);
    for (const [, words] of both) {
      const told = words.keys.rows.map(([key]) => key.replaceAll('方向键', 'arrow')).join(' ');
      expect(keys.filter((key) => !told.includes(key))).toEqual([]);
    }
  });
});

/** Examples of what somebody writes. */
const notOfTheScreen = new Set(['本季集中答复上年积压申请 40 件', '属实', '40 old requests were answered this quarter', 'correct']);
