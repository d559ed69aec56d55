import type { Check, CheckResult } from '../../checks/check';
import { hasProse } from '../../report/prose-in';
import type { Sentence } from '../../sentence';
import type { CheckSubject } from '../../subject';
import { analyse } from '../analyse';
import { placeOf } from '../place';
import type { RuleId } from '../rule-ids';

/** A phrase that should not stand in a text. */
export interface Phrase {
  /** Global, over the plain text; bounded repetition only. */
  pattern: RegExp;
  /** What to do about it; `found` is the text as written. */
  advice: (found: string) => Sentence;
  /** What the found words are to be, where that is certain. */
  replacement?: string;
  /** For a phrase that is wrong from a year on. */
  from?: (subject: CheckSubject) => boolean;
}

type Told = Pick<Check, 'sentence' | 'source' | 'examples' | 'severity'> & { appliesTo?: Check['appliesTo'] };

/**
 * A rule that is a readable list of phrases: each place where one stands is a finding, a text with none passes.
 *
 * @param id of a rule of the pack, or of the office's own words (`checks/office-wording.ts`)
 */
export function phraseRule(id: RuleId | 'c-words', phrases: readonly Phrase[], { appliesTo, ...told }: Told): Check {
  return {
    id,
    ...told,
    appliesTo: (subject) => hasProse(subject) && (appliesTo?.(subject) ?? true),
    run: (subject) => {
      const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
      const active = phrases.filter(({ from }) => from?.(subject) ?? true);
      for (const text of analyse(subject)) {
        const before = result.findings.length;
        for (const { pattern, advice, replacement } of active)
          for (const match of text.read.plain.text.matchAll(pattern)) {
            const place = placeOf(text, match.index, match.index + match[0].length);
            result.findings.push({
              cells: [],
              place,
              left: place.snippet,
              right: null,
              difference: null,
              message: advice(match[0]),
              ...(replacement === undefined ? {} : { replacement }),
            });
          }
        if (result.findings.length === before) result.passed += 1;
      }
      return result;
    },
  };
}
