import { expect, test } from 'vitest';
import { aForm } from '../testing/a-form';
import { changesBetween } from './changes-between';

const cell = 's3.granted.natural_person';
const seen = aForm({ [cell]: '3' });

test('the same content has no changes', () => {
  expect(changesBetween(seen, aForm({ [cell]: '9' }))).toEqual({ changes: [], alsoChanged: [], by: {} });
});

test('a figure that was changed meanwhile is told with both texts and its writer; text and declarations are named', () => {
  const now = {
    ...aForm({ [cell]: '4' }),
    hash: '1'.repeat(64),
    contribution: { text: '新', version: 1, savedBy: '沈' },
    declared: { '4': '沈' },
  };
  expect(changesBetween(seen, now)).toEqual({
    changes: [{ cell, before: '3', after: '4' }],
    alsoChanged: ['text', 'declarations'],
    by: { [cell]: '沈' },
  });
});

test('a content that differs in nothing that was typed differs in what is carried in', () => {
  expect(changesBetween(seen, { ...seen, hash: '1'.repeat(64) }).alsoChanged).toEqual(['carried_in']);
});
