import { expect, it } from 'vitest';
import { updateUnit } from '@/db/store';
import { count, figureAt } from '@/server/domain/figures';
import { inADistrict } from '../testing/in-a-district';

import { loadReportView } from './report-view';

const district = inADistrict({ units: 2, openQuarters: [1, 2, 3, 4] });

it('a unit that ended in May and filed one of its two quarters is named, and the whole keeps what the others know', async () => {
  const { approve, rootId, store, unitIds, year } = district();
  const balanced = { 's3.new_received.natural_person': 5, 's3.granted.natural_person': 3, 's3.carried_out.natural_person': 2 };
  await approve(balanced, { unit: 0, quarter: 1 });
  for (const quarter of [2, 3, 4] as const) await approve({ ...balanced, 's3.granted.natural_person': 5 }, { unit: 0, quarter });
  await approve(balanced, { unit: 1, quarter: 1 });
  await store.tx((tx) => updateUnit(tx, unitIds[1] as string, { closesOn: `${year}-05-20` }));

  const view = await loadReportView(store.read, { unitId: rootId, year, scope: 'consolidated' }, null);
  const at = (cell: string) => figureAt(view?.content.figures ?? new Map(), cell);
  expect(view?.missing).toEqual([{ unitId: unitIds[1], unitName: expect.any(String), quarters: [2] }]);
  expect(at('s3.new_received.natural_person')).toEqual(count(25));
  expect(at('s3.carried_out.natural_person')).toEqual(count(2));
});
