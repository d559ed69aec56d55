import type { Check } from '../checks/check';
import { nAllupheld } from './rules/n-allupheld';
import { nAns } from './rules/n-ans';
import { nArt50 } from './rules/n-art50';
import { nDate } from './rules/n-date';
import { nDigits } from './rules/n-digits';
import { nDoc } from './rules/n-doc';
import { nFee } from './rules/n-fee';
import { nGrp } from './rules/n-grp';
import { nIn } from './rules/n-in';
import { nLen } from './rules/n-len';
import { nLit } from './rules/n-lit';
import { nNew } from './rules/n-new';
import { nOntime } from './rules/n-ontime';
import { nOut } from './rules/n-out';
import { nParts } from './rules/n-parts';
import { nPct } from './rules/n-pct';
import { nPeriod } from './rules/n-period';
import { nRev } from './rules/n-rev';
import { nScope } from './rules/n-scope';
import { nYoy } from './rules/n-yoy';
import { sBasis } from './rules/s-basis';
import { sBrackets } from './rules/s-brackets';
import { sEnumeration } from './rules/s-enumeration';
import { sInstruction } from './rules/s-instruction';
import { sInvisible } from './rules/s-invisible';
import { sLatin } from './rules/s-latin';
import { sMisprint } from './rules/s-misprint';

/** The rules on prose: its numbers, its claims, and the text sentinel. One line per rule, in the order in which findings are shown. */
export const narrativeChecks: readonly Check[] = [
  nNew,
  nIn,
  nAns,
  nOut,
  nGrp,
  nPct,
  nRev,
  nLit,
  nAllupheld,
  nDoc,
  nParts,
  nYoy,
  nFee,
  nOntime,
  nScope,
  nDigits,
  nDate,
  nPeriod,
  nLen,
  nArt50,
  sInvisible,
  sMisprint,
  sLatin,
  sBrackets,
  sEnumeration,
  sInstruction,
  sBasis,
];

export type { Claim, Tried, Verdict } from './claim';
export type { Decimal } from './decimal';
export { printDecimal } from './decimal';
export { findNumbers, type NumberInText } from './find-numbers';
export { type NumberType, type TypedNumber, typeNumbers } from './type-numbers';
