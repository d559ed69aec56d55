import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { resolveProse } from '@/server/domain/prose';
import { packFigures } from '../store/packed-figures';
import { sha256Hex } from './sqlite/0007_pack_the_ledger.lent';
import { asWords } from './sqlite/0008_notes_become_texts.lent';

const folder = fileURLToPath(new URL('./sqlite', import.meta.url));
const files = readdirSync(folder);
const lentFiles = files.filter((file) => file.endsWith('.lent.ts'));

describe('what migrations are lent', () => {
  it('stands beside its migration and imports nothing of the program of today, which goes on changing', () => {
    expect(lentFiles).not.toEqual([]);
    for (const file of lentFiles) {
      expect(files).toContain(file.replace('.lent.ts', '.sql'));
      const imported = [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/\b(?:from|import|require)\b\s*\(?\s*['"]([^'"]+)['"]/g)];
      expect([file, imported.map(([, from]) => from).filter((from) => !from?.startsWith('node:'))]).toEqual([file, []]);
    }
  });
});

/** What the function gave on the day it was shipped. Databases hold these; a row here never changes. */
describe('as_words, lent to the notes that became texts', () => {
  it.each([
    ['', ''],
    ['含修订16件。', '含修订16件。'],
    ['{{s3.granted.total}}', '{{{{=s3.granted.total}}}}'],
    ['共{{s3.a + s3.b | 12}}件，{{=3}}次', '共{{{{=s3.a + s3.b | 12}}}}件，{{{{==3}}}}次'],
    ['{{a}}{{b}}', '{{{{=a}}}}{{{{=b}}}}'],
    ['{{{x}}}', '{{{{{=x}}}}}'],
    ['{{{{=x}}}}', '{{{{{{==x}}}}}}'],
    ['{{ 与 }}', '{{{{= 与 }}}}'],
    ['{{第一行\n第二行}}', '{{{{=第一行\n第二行}}}}'],
    ['{{}}', '{{}}'],
    ['{x}', '{x}'],
    ['{{x}', '{{x}'],
    ['{{a{b}}', '{{a{b}}'],
    ['}}{{', '}}{{'],
    ['{{$1}}{{$&}}', '{{{{=$1}}}}{{{{=$&}}}}'],
  ])('%j is stored as %j', (typed, stored) => {
    expect(asWords(typed)).toBe(stored);
  });

  it('what it stored still prints as it was typed', () => {
    const sources = { format: getFormat('2021'), figures: new Map([['s3.granted.total', count(4)]]), lastYear: null, facts: new Map() };
    const pieces = fc.constantFrom(
      '{{s3.granted.total}}',
      '{{s3.granted.total - s2.admin_fees | 12}}',
      '{{=约3}}',
      '{{x}}',
      '{{1 + 2}}',
      '{{',
      '}}',
      '{',
      '共16件，\n',
    );
    const typed = fc.oneof(
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.stringMatching(/^[{}=x1.| \n]{0,24}$/),
    );
    fc.assert(
      fc.property(typed, (text) => {
        expect(resolveProse(asWords(text), sources).text).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('sha256_hex, lent to the packing of the ledger', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['s2.admin_fees,x.年', '42ea9ba28103c4993a351b5925c226cf5b1c01a0c40262d513c48326e2d01f61'],
  ])('%j is called %s', (cells, name) => {
    expect(sha256Hex(cells)).toBe(name);
  });

  it('calls a list as the ledger calls it today, so that old and new rows share it', () => {
    const book = new Map([
      ['x.posts', count(3)],
      ['s2.admin_fees', count(4)],
    ]);
    const { cellList, cells } = packFigures(book);
    expect([sha256Hex(cells), cells]).toEqual([cellList, 's2.admin_fees,x.posts']);
  });
});
