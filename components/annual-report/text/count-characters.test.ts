import { expect, it } from 'vitest';
import { countCharacters, guidanceOf } from './count-characters';

it('counts punctuation, but neither spaces nor line breaks', () => {
  expect(countCharacters('一、公开。\n　 二')).toBe(6);
});

it('counts a composed character once', () => {
  expect(countCharacters('e\u0301𠀀')).toBe(2);
});

it('knows a length for section 一 only', () => {
  expect(guidanceOf('1')).toBe(1000);
  expect(guidanceOf('5')).toBeNull();
});
