import { expect, it } from 'vitest';
import { askedUnit } from './asked-unit';

it('a blank unit is not asked for', () => {
  expect(['u-1', '', undefined, ['u-1', 'u-2']].map(askedUnit)).toEqual(['u-1', null, null, null]);
});
