import { narrativeChecks } from '../narrative';
import type { Check } from './check';
import { bBlank } from './rules/b-blank';
import { bFormat } from './rules/b-format';
import { qCum } from './rules/q-cum';
import { qOpen } from './rules/q-open';
import { qPend } from './rules/q-pend';
import { qStock } from './rules/q-stock';
import { rAll } from './rules/r-all';
import { rScope } from './rules/r-scope';
import { rSum } from './rules/r-sum';
import { t2Int } from './rules/t2-int';
import { t2Rank } from './rules/t2-rank';
import { t3Col } from './rules/t3-col';
import { t3Int } from './rules/t3-int';
import { t3Other } from './rules/t3-other';
import { t3Row } from './rules/t3-row';
import { t3Sum } from './rules/t3-sum';
import { t4Int } from './rules/t4-int';
import { t4Sum } from './rules/t4-sum';
import { xCarry } from './rules/x-carry';
import { xJump } from './rules/x-jump';
import { xPend } from './rules/x-pend';
import { xStock } from './rules/x-stock';
import { xText } from './rules/x-text';
import { xYear } from './rules/x-year';

/** The rule pack, in the order in which findings are shown. One line per rule. */
export const checks: readonly Check[] = [
  bBlank,
  bFormat,
  t2Int,
  t3Int,
  t4Int,
  t2Rank,
  t3Row,
  t3Sum,
  t3Col,
  t4Sum,
  t3Other,
  qOpen,
  qStock,
  qPend,
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
