import { expect, it } from 'vitest';
import { inTreeOrder } from './tree-order';

it('puts every unit right below its parent, siblings in the order of the list', () => {
  const units = [
    { id: 'district', parentId: null },
    { id: 'bureau', parentId: 'district' },
    { id: 'street', parentId: 'district' },
    { id: 'bureau-office', parentId: 'bureau' },
  ];
  expect(inTreeOrder(units).map(({ unit, depth }) => `${depth} ${unit.id}`)).toEqual([
    '0 district',
    '1 bureau',
    '2 bureau-office',
    '1 street',
  ]);
});

it('shows a unit whose parent is not the person’s to manage at the top', () => {
  expect(inTreeOrder([{ id: 'bureau', parentId: 'elsewhere' }])).toEqual([{ unit: { id: 'bureau', parentId: 'elsewhere' }, depth: 0 }]);
});
