import type { Check } from './check';
import { bBlank } from './rules/b-blank';
import { bFormat } from './rules/b-format';
import { qJump } from './rules/q-jump';
import { qOpen } from './rules/q-open';
import { qPend } from './rules/q-pend';
import { qStock } from './rules/q-stock';
import { qSwap } from './rules/q-swap';
import { qYtd } from './rules/q-ytd';
import { t2Int } from './rules/t2-int';
import { t2Rank } from './rules/t2-rank';
import { t3Col } from './rules/t3-col';
import { t3Int } from './rules/t3-int';
import { t3Other } from './rules/t3-other';
import { t3Row } from './rules/t3-row';
import { t3Sum } from './rules/t3-sum';
import { t4Int } from './rules/t4-int';
import { t4Sum } from './rules/t4-sum';

/**
 * The rules that look at a unit's quarter, in the order in which findings are shown. The form loads these alone: the rules on
 * years, wholes and prose are three times as large.
 */
export const filingChecks: readonly Check[] = [
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
  qYtd,
  qSwap,
  qJump,
];
