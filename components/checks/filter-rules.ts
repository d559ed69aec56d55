import type { ListedRule } from '@/server/domain/checks/rule-list';
import type { Severity } from '@/server/domain/subject';
import type { Language } from '../messages/language';

/** Rules of a severity whose id, sentence, formula or source has every word. */
export function filterRules<Rule extends Pick<ListedRule, 'id' | 'severity' | 'sentence' | 'formula' | 'source'>>(
  rules: readonly Rule[],
  { words, severity, language }: { words: string; severity: Severity | null; language: Language },
): Rule[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter((rule) => {
    if (severity && rule.severity !== severity) return false;
    const told = [rule.id, rule.sentence[language], rule.formula ?? '', rule.source].join(' ').toLowerCase();
    return wanted.every((word) => told.includes(word));
  });
}
