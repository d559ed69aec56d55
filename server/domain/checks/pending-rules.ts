import { disputeBlocks } from '../formats/table-4-disputes';
import type { Sentence } from '../sentence';
import type { CheckSubject } from '../subject';
import { type BookName, type Identity, terms, termValue, type Weighed } from './identity';
import { quoted } from './in-words';

/** pending + concluded = pending before + new cases, per block of table 四. */
export function pendingIdentities(rule: string, openingOf: (block: string) => { cell: string; book: BookName }): Identity[] {
  return disputeBlocks.map(({ key, label }): Identity => {
    const opening = openingOf(key);
    return {
      rule,
      of: quoted(label),
      isSumOfColumns: false,
      left: terms(['pending', 'upheld', 'corrected', 'other'].map((result) => `s4.${key}.${result}`)),
      right: [...terms([opening.cell], opening.book), ...terms([`s4.${key}.new_cases`])],
    };
  });
}

export function explainPending(
  subject: CheckSubject,
  { of, left: cases, right: sources }: Identity,
  { left, right, difference }: Weighed,
): Sentence {
  const pending = cases[0] ? (termValue(subject, cases[0]) ?? 0) : 0;
  const [opening, opened] = sources.map((term) => termValue(subject, term));
  return {
    zh: `${of.zh}：期初未审结 ${opening} + 新收 ${opened} = ${right}，已审结 ${left - pending} + 尚未审结 ${pending} = ${left}，相差 ${Math.abs(difference)} 件。请核对，或者书面说明。`,
    en: `${of.en}: ${opening} pending before + ${opened} new = ${right}, ${left - pending} concluded + ${pending} pending = ${left}; they differ by ${Math.abs(difference)}. Check, or explain.`,
  };
}
