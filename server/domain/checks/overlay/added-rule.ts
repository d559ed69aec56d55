import { counted } from '../../plural';
import type { Sentence } from '../../sentence';
import type { CheckSubject } from '../../subject';
import { asStated } from '../cell-values';
import type { Check } from '../check';
import { cellsOf, type Identity, type Term, weigh } from '../identity';

export const comparisons = ['=', '<=', '>='] as const;
export type Comparison = (typeof comparisons)[number];

/** A rule of a city, written as data: Σ left compared with Σ right. */
export interface AddedRule extends Pick<Check, 'id' | 'sentence' | 'severity' | 'source' | 'examples'> {
  left: readonly Term[];
  comparison: Comparison;
  right: readonly Term[];
}

/**
 * The check of a rule that a city adds. It applies wherever the format has all of its cells and the other period it speaks of is there.
 * An equation that must hold guides repair hints as those of the pack do.
 */
export function addedCheck(rule: AddedRule): Check {
  const { id, sentence, severity, source, examples, left, comparison, right } = rule;
  const identity: Identity = {
    rule: id,
    of: { zh: `“${sentence.zh.replace(/。$/, '')}”`, en: `"${sentence.en.replace(/\.$/, '')}"` },
    isSumOfColumns: false,
    left,
    right,
  };
  const guidesRepair = comparison === '=' && severity === 'must_fix';
  const appliesTo = (subject: CheckSubject): boolean => [...left, ...right].every((term) => isThere(subject, term));
  return {
    id,
    sentence,
    severity,
    source,
    examples,
    formula: `${formulaOf(left)} ${comparison} ${formulaOf(right)}`,
    appliesTo,
    ...(guidesRepair ? { identities: (subject: CheckSubject) => (appliesTo(subject) ? [identity] : []) } : {}),
    run: (subject) => {
      const weighed = weigh(subject, identity);
      if ('unknown' in weighed)
        return { findings: [], passed: 0, notCheckable: [{ cells: weighed.unknown, why: unknownFigures(weighed.unknown.length) }] };
      if (holds(weighed.difference, comparison)) return { findings: [], passed: 1, notCheckable: [] };
      const cell = subject.format.cells.get(left[0]?.cell ?? '');
      const sides = {
        left: asStated(weighed.left, cell),
        right: asStated(weighed.right, cell),
        difference: asStated(weighed.difference, cell),
      };
      return {
        findings: [{ cells: cellsOf(identity), ...sides, message: messageOf(sentence, comparison, sides), identity }],
        passed: 0,
        notCheckable: [],
      };
    },
  };
}

function isThere({ format, before, lastYear }: CheckSubject, term: Term): boolean {
  if (!format.cells.has(term.cell)) return false;
  if (term.in === 'before') return before !== null;
  return term.in === 'lastYear' ? lastYear !== null : true;
}

function holds(difference: number, comparison: Comparison): boolean {
  switch (comparison) {
    case '=':
      return difference === 0;
    case '<=':
      return difference <= 0;
    case '>=':
      return difference >= 0;
    default:
      return comparison satisfies never;
  }
}

function messageOf(
  sentence: Sentence,
  comparison: Comparison,
  { left, right }: { left: number | string; right: number | string },
): Sentence {
  return {
    zh: `${sentence.zh}左边为 ${left}，右边为 ${right}，应当左边 ${comparison} 右边。请核对。`,
    en: `${sentence.en} The left side is ${left}, the right side ${right}; left ${comparison} right is wanted. Check.`,
  };
}

function unknownFigures(howMany: number): Sentence {
  return {
    zh: `有 ${howMany} 个数未知，无法核对。`,
    en: `${counted(howMany, 'figure is', 'figures are')} not known, so this cannot be checked.`,
  };
}

function formulaOf(terms: readonly Term[]): string {
  if (terms.length === 0) return '0';
  return terms
    .map(({ cell, sign, in: book }, index) => {
      const name = book === 'subject' ? cell : `${book}.${cell}`;
      return index === 0 ? `${sign < 0 ? '−' : ''}${name}` : `${sign < 0 ? '− ' : '+ '}${name}`;
    })
    .join(' ');
}
