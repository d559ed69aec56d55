import { expect, it } from 'vitest';
import { wantedPage } from './wanted-page';

it('is the path and what was asked of it, without the mark of Next', () => {
  expect(wantedPage('/tasks')).toBe('/tasks');
  expect(wantedPage('/rules?find=R1&_rsc=abc')).toBe('/rules?find=R1');
  expect(wantedPage('/rules?_rsc=abc')).toBe('/rules');
});

it.each(['//', '///', '//[', '//:80/', '//a:99999/x', '/\\', '*', '', 'http://[', '/%'])('%j is no address, and ends nothing', (url) => {
  expect(wantedPage(url)).toBe(url);
});
