import type { ListedExample, ListedRule } from '@/server/domain/checks/rule-list';
import type { Language } from '../messages/language';

/** A whole table as an example is told by its beginning. */
const maxLines = 6;

/** A rule as its page shows it: its examples in one language, and of a long one the beginning. */
export interface ToldRule extends Omit<ListedRule, 'otherwise' | 'passing' | 'failing'> {
  passing: ToldExample;
  failing: ToldExample;
}

export interface ToldExample {
  lines: readonly string[];
  /** Lines that are left out. */
  more: number;
  says: string | null;
}

export function toldRule({ otherwise: _, passing, failing, ...rule }: ListedRule, language: Language): ToldRule {
  return { ...rule, passing: toldExample(passing, language), failing: toldExample(failing, language) };
}

function toldExample({ lines, says }: ListedExample, language: Language): ToldExample {
  return {
    lines: lines.slice(0, maxLines).map((line) => line[language]),
    more: Math.max(0, lines.length - maxLines),
    says: says?.[language] ?? null,
  };
}
