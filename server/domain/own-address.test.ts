import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownAddress, signInAddress } from './own-address';

test('what somebody wanted is kept with its query', () => {
  expect(ownAddress('/filings/abc?back=%2Ftasks#section=2')).toBe('/filings/abc?back=%2Ftasks#section=2');
  expect(signInAddress('/filings/abc?a=1&b=2')).toBe('/sign-in?to=%2Ffilings%2Fabc%3Fa%3D1%26b%3D2');
});

test.each([
  ['nothing', undefined],
  ['many', ['/tasks', '/board']],
  ['home', '/'],
  ['another site', 'https://evil.example/'],
  ['another site by two strokes', '//evil.example/tasks'],
  ['another site by a stroke that browsers turn', '/\\evil.example'],
  ['another site by a tab that browsers drop', '/\t/evil.example'],
  ['another site by dots', '/.//evil.example'],
  ['a script', 'javascript:alert(1)'],
  ['the way in itself', '/sign-in?to=%2Ftasks'],
  ['a secret', '/link/abcdef'],
  ['the way out', '/api/auth/signout'],
  ['too long', `/tasks?${'x'.repeat(500)}`],
])('%s leads home', (_, wanted) => {
  expect(ownAddress(wanted)).toBeNull();
  expect(signInAddress(wanted)).toBe('/sign-in');
});

test('whatever is asked, a browser stays on the page’s own origin', () => {
  const piece = fc.constantFrom('/', '\\', '.', '..', '\t', '\n', '@', ':', '?', '#', '%2f', 'evil.example', 'tasks', 'https:', '　', '／');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const address = ownAddress(`/${pieces.join('')}`);
      if (address === null) return;
      expect(new URL(address, 'https://office.example').origin).toBe('https://office.example');
      expect(ownAddress(address)).toBe(address);
    }),
    { numRuns: 2000 },
  );
});
