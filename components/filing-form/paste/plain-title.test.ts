import { expect, test } from 'vitest';
import { en } from '../../messages/en';
import { zh } from '../../messages/zh';
import { plainTitle } from './plain-title';

test('what is said beside a title for the quarter is no part of it, in either language', () => {
  const title = '一、本年新收政府信息公开申请数量';
  for (const { clerk } of [zh, en])
    for (const word of Object.values(clerk.quarterWords)) expect(plainTitle(`${title}  ${word}`)).toBe(plainTitle(title));
});

test('spaces, punctuation and width do not matter; words do', () => {
  expect(plainTitle('（一） 予以 公开')).toBe(plainTitle('(一)予以公开'));
  expect(plainTitle('商业企业')).not.toBe(plainTitle('科研机构'));
});
