import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { lostCharacters } from './lost-characters';

const word = (text: string) => zipSync({ 'word/document.xml': strToU8(`<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`) });

it('names each character that the pages say less often than the file', () => {
  expect(lostCharacters(word('甲，乙，丙。&lt;'), '甲乙，丙\n')).toEqual(['，', '。', '<']);
});

it('does not mind breaks, page numbers and repeated heads', () => {
  expect(lostCharacters(word('甲 乙 &amp; 丙'), '甲乙\n— 1 —\f甲乙&\n丙')).toEqual([]);
});
