import { expect, it } from 'vitest';
import { whatFailed } from './what-failed';

it.each([
  ['unavailable.ab12cd34ef56', { reason: 'unavailable', number: 'ab12cd34ef56' }],
  ['storage_full.ab12cd34ef56', { reason: 'storage_full', number: 'ab12cd34ef56' }],
  ['work_failed.ab12cd34ef56', { reason: 'work_failed', number: 'ab12cd34ef56' }],
  ['too_many.ab12cd34ef56', { reason: 'too_many', number: 'ab12cd34ef56' }],
  ['fault.ab12cd34ef56', { reason: 'fault', number: 'ab12cd34ef56' }],
  ['3141592653', { reason: 'fault', number: '3141592653' }],
])('%s says why and under which number', (digest, expected) => {
  expect(whatFailed(Object.assign(new Error(), { digest }))).toEqual(expected);
});

it('an error without a digest happened in the browser', () => {
  expect([whatFailed(new Error()), whatFailed(null)]).toEqual([null, null]);
});
