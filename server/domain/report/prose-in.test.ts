import { expect, it } from 'vitest';
import { runChecks } from '../checks';
import { aSubject, bookOf } from '../checks/example-subject';
import { getFormat } from '../formats';
import { typeNumbers } from '../narrative';
import { hasProse, proseIn } from './prose-in';

it('is the chapters and the notes below tables, without the remarks in cells', () => {
  const notes = { t2: '含修订。', 's2.licensing_decisions': '其中一件' };
  expect(proseIn({ texts: { '1': '甲' }, notes })).toEqual({ '1': '甲', t2: '含修订。' });
  expect([hasProse({ texts: {}, notes }), hasProse({ texts: { '1': ' ' } }), hasProse({ texts: {} })]).toEqual([true, false, false]);
});

it('a note is read like a chapter, its places are its own, and no chapter is missed where only a note is', () => {
  const format = getFormat('2021');
  const figures = bookOf(format, { 's3.new_received.total': 83, 's3.carried_in.total': 0 });
  const subject = aSubject({ figures, notes: { t3: '新收政府信息公开申请85件。\n严厉打击击非法集资。' } });
  expect(typeNumbers(subject).map(({ text, raw, type }) => [text, raw, type])).toEqual([['t3', '85件', 'statutory']]);
  const found = runChecks(subject).findings.filter(({ place }) => place?.text === 't3');
  expect(found.find(({ rule }) => rule === 'n-new')?.place?.snippet).toContain('85件');
  expect(
    runChecks({ ...subject, notes: { 's3.new_received.total': '新收政府信息公开申请85件' } }).findings.filter(({ place }) => place),
  ).toEqual([]);
});
