import { expect, it } from 'vitest';
import type { SlipPage } from '@/server/queries/slips';
import { shown } from '../testing/shown';
import { SlipSignatures } from './slip-signatures';

const unit = { name: '张敏', at: '2027-01-20T01:00:00.000Z' };
const office = { name: '李峰', at: '2027-01-21T01:00:00.000Z' };

function sheet(slip: { status: string; signed: typeof unit | null; decided: typeof unit | null }) {
  return shown(<SlipSignatures slip={slip as unknown as SlipPage['slip']} />);
}

it('who returned a slip has not signed it: the office’s place stays empty until it is accepted', async () => {
  const returned = await sheet({ status: 'returned', signed: unit, decided: office });
  expect(returned.text).toContain('张敏');
  expect(returned.text).toContain('2027-01-20');
  expect(returned.text).not.toContain('李峰');
  const accepted = await sheet({ status: 'accepted', signed: unit, decided: office });
  expect(accepted.the('region', '签署').text).toContain('李峰');
  expect(accepted.text).toContain('2027-01-21');
});

it('a slip nobody signed shows two places for a hand', async () => {
  const { text } = await sheet({ status: 'draft', signed: null, decided: null });
  expect(text).not.toMatch(/\d{4}-\d{2}/);
});
