import { expect, it } from 'vitest';
import { signInFrom } from './sign-in-here';

it('signing in again leads back to the page, what it asked for and the place in it', () => {
  const at = { pathname: '/review/f-1', search: '?round=2', hash: '#cell-a' };
  expect(new URL(signInFrom(at), 'http://here').searchParams.get('to')).toBe('/review/f-1?round=2#cell-a');
  expect(signInFrom({ pathname: '/', search: '', hash: '' })).toBe('/sign-in');
});
