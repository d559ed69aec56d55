import { narrativeChecks } from '../narrative';
import type { Check } from './check';
import { filingChecks } from './filing-pack';
import { qCum } from './rules/q-cum';
import { rAll } from './rules/r-all';
import { rScope } from './rules/r-scope';
import { rSum } from './rules/r-sum';
import { xCarry } from './rules/x-carry';
import { xJump } from './rules/x-jump';
import { xPend } from './rules/x-pend';
import { xStock } from './rules/x-stock';
import { xText } from './rules/x-text';
import { xYear } from './rules/x-year';

/** The rule pack, in the order in which findings are shown. One line per rule; those of a quarter stand in `filing-pack`. */
export const checks: readonly Check[] = [
  ...filingChecks,
  qCum,
  rAll,
  rSum,
  rScope,
  xCarry,
  xStock,
  xPend,
  xJump,
  xText,
  xYear,
  ...narrativeChecks,
];
