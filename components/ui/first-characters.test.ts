import { expect, it } from 'vitest';
import { firstCharacters } from './first-characters';

it('a character of two halves is whole or left out', () => {
  expect(firstCharacters('𠮷野家系统维护', 3)).toBe('𠮷野家');
  expect(firstCharacters('系统𠮷', 2)).toBe('系统');
  expect(firstCharacters('短', 20)).toBe('短');
});
