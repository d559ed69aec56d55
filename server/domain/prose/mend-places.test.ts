import { expect, it } from 'vitest';
import { bookOf } from '../checks/example-subject';
import { getFormat } from '../formats';
import type { ProseSources } from './evaluate';
import { mendPlaces } from './mend-places';
import { resolveProse } from './resolve-prose';

const format = getFormat('2021');
const sources: ProseSources = {
  format,
  figures: bookOf(format, { 's3.new_received.total': 83 }),
  lastYear: null,
  facts: new Map(),
};
const live = '{{s3.new_received.total}}';

function places(stored: string, snippet: string) {
  const printed = resolveProse(stored, sources).text;
  return [...printed.matchAll(new RegExp(snippet, 'g'))].map(({ index }) => ({ start: index, end: index + snippet.length, snippet }));
}

it('mends every place behind live numbers, which stay', () => {
  const stored = `依拖平台受理${live}件，依拖网站。\n依拖${live}`;
  expect(mendPlaces(stored, places(stored, '依拖'), '依托', sources)).toEqual({
    text: `依托平台受理${live}件，依托网站。\n依托${live}`,
    count: 3,
  });
});

it('leaves alone what reads otherwise by now, and what is part of a live number', () => {
  const stored = `依拖平台${live}件`;
  expect(mendPlaces(`又${stored}`, places(stored, '依拖'), '依托', sources)).toEqual({ text: `又${stored}`, count: 0 });
  expect(mendPlaces(stored, places(stored, '83件'), '84件', sources)).toEqual({ text: stored, count: 0 });
});
