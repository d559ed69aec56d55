import { expect, test } from 'vitest';
import { aForm } from '../testing/a-form';
import { sheetFacts } from './sheet-facts';

const me = { name: '沈' };
const hash = 'a'.repeat(64);
const submission = { number: 2, hash, submittedBy: '林', submittedAt: '2026-10-10T17:00:00.000Z' };

test('a submitted content names its preparer, its day in the office and its numbers', () => {
  expect(sheetFacts({ ...aForm({}), status: 'submitted', submission, hash }, me, false)).toEqual({
    preparer: '林',
    head: '',
    headSignedOn: null,
    submittedOn: '2026-10-11',
    submissionNumber: 2,
    contentNumber: 'a'.repeat(12),
  });
});

test('what is open or no longer what was submitted is a draft of the person who fills it in', () => {
  const draft = { preparer: '沈', submittedOn: null, submissionNumber: null };
  expect(sheetFacts({ ...aForm({}), status: 'returned', submission, hash }, me, false)).toMatchObject(draft);
  expect(sheetFacts({ ...aForm({}), status: 'submitted', submission }, me, false)).toMatchObject(draft);
});

test('whoever may only read prepares nothing, and an empty form names nobody', () => {
  const form = aForm({});
  const reader = { ...form, verdicts: { ...form.verdicts, 'filing.edit': 'not_permitted' as const } };
  expect(sheetFacts(reader, me, false).preparer).toBe('');
  expect(sheetFacts(form, me, true)).toEqual({
    preparer: '',
    head: '',
    headSignedOn: null,
    submittedOn: null,
    submissionNumber: null,
    contentNumber: null,
  });
});

test('the sheet names who signed this very content inside the unit, and nobody whose signature is outdated', () => {
  const signOff = {
    state: 'signed' as const,
    heads: ['许'],
    signedBy: '许',
    signedAt: '2026-10-10T17:00:00.000Z',
    changes: [],
    alsoChanged: [],
    isOwnWork: false,
  };
  expect(sheetFacts({ ...aForm({}), signOff }, me, false)).toMatchObject({ head: '许', headSignedOn: '2026-10-11' });
  expect(sheetFacts({ ...aForm({}), signOff: { ...signOff, state: 'outdated' } }, me, false)).toMatchObject({
    head: '',
    headSignedOn: null,
  });
});
