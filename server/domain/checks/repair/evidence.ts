import { count, type Figure } from '../../figures';
import type { CellId } from '../../formats';
import type { CheckSubject, Texts } from '../../subject';
import { type Check, severityOf } from '../check';
import type { Candidate } from './candidates';

/** Rules that speak of the cells of table 四 from outside it: the texts, last year, the quarter before. */
const witnesses: ReadonlySet<string> = new Set(['n-rev', 'n-lit', 'x-pend', 'q-pend']);

/** How many findings of the witnesses are left when the changes of a candidate are made; fewer speak for it. Hints do not count. */
export type Evidence = (candidate: Candidate) => number;

/**
 * What texts, last year and quarters say of the changes that would mend a block of table 四, whose cells are otherwise equally likely.
 * Null where no witness can be heard.
 */
export function evidenceFrom(subject: CheckSubject, active: readonly Check[]): Evidence | null {
  const heard = active.filter((check) => witnesses.has(check.id));
  if (heard.length === 0) return null;
  const texts = aboutDisputes(subject.texts);
  return ({ changes }) => {
    const figures = new Map<CellId, Figure>(subject.figures);
    for (const { cell, to } of changes) figures.set(cell, count(to));
    const changed = { ...subject, figures, texts };
    return heard.reduce((sum, check) => sum + check.run(changed).findings.filter((draft) => severityOf(check, draft) !== 'hint').length, 0);
  };
}

/** Only the paragraphs that speak of disputes, so that hearing five candidates does not read fifteen pages five times. */
function aboutDisputes(texts: Texts): Texts {
  const paragraphs = (text: string): string =>
    text
      .split('\n')
      .filter((line) => /复议|诉讼/.test(line))
      .join('\n');
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, paragraphs(text)]));
}

/**
 * The candidates that the evidence leaves: those of the smallest change for which it counts fewest findings against. All of them while
 * it says the same of each, and while a single one is left anyway.
 */
export function likeliest(candidates: readonly Candidate[], evidence: Evidence | null): ReadonlySet<Candidate> {
  const all = new Set(candidates);
  if (!evidence || candidates.length < 2 || !candidates.every(isAboutDisputes)) return all;
  const weighed = candidates.map((candidate) => ({ candidate, against: evidence(candidate) }));
  const least = Math.min(...weighed.map(({ against }) => against));
  return new Set(weighed.filter(({ against }) => against === least).map(({ candidate }) => candidate));
}

function isAboutDisputes({ changes }: Candidate): boolean {
  return changes.every(({ cell }) => cell.startsWith('s4.'));
}
