import { expect, it } from 'vitest';
import { shown } from '../../testing/shown';
import { AnnouncedUnits } from './announced-units';

it('a unit that is chosen is listed to be left out again, though it can be chosen no more', async () => {
  const screen = await shown(<AnnouncedUnits chosen={[{ id: 'old', name: '示例区原卫生局' }]} onChange={() => {}} />);
  expect(screen.the('group', '单位（已选 1 个）').text).toContain('示例区原卫生局');
  expect(screen.the('checkbox', '示例区原卫生局').isChecked).toBe(true);
});
