import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Figure } from '../figures';
import { quarters } from '../periods';
import { packUnit, unpackUnit } from './packed-units';
import type { UnitTrace } from './provenance';

const aFigure: fc.Arbitrary<Figure> = fc.oneof(
  fc.record({ state: fc.constant('number' as const), value: fc.integer(), decimals: fc.nat(6) }),
  fc.constantFrom<Figure>({ state: 'not_filled' }, { state: 'not_applicable' }),
  fc.record({ state: fc.constant('unreadable' as const), raw: fc.string() }),
);
const aPart = fc.constantFrom('counted' as const, 'level' as const, 'missing' as const, 'outside' as const);
const aUnit: fc.Arbitrary<UnitTrace> = fc
  .tuple(fc.uuid(), aFigure, fc.array(fc.tuple(aPart, aFigure), { minLength: 4, maxLength: 4 }), fc.subarray([...quarters]))
  .map(([unit, figure, traced, lacks]) => ({
    unit,
    figure,
    quarters: quarters.map((quarter, at) => ({
      quarter,
      part: traced[at]?.[0] ?? 'missing',
      figure: traced[at]?.[1] ?? { state: 'not_filled' },
    })),
    lacks,
    takenOver: [],
  }));

it('a unit that was packed and travelled as JSON is what it was', () => {
  fc.assert(
    fc.property(aUnit, (unit) => {
      expect(unpackUnit(JSON.parse(JSON.stringify(packUnit(unit))))).toEqual(unit);
    }),
  );
});
