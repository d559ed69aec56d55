import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listRules } from '@/server/domain/checks/rule-list';
import { rulesMarkdown } from '@/server/domain/checks/rules-markdown';
import { kinds } from '@/server/domain/narrative/kinds';
import { kindsMarkdown } from '@/server/domain/narrative/kinds/kinds-markdown';

it('docs/rules.md is what the rule pack says; `npx tsx scripts/rules.ts` writes it', () => {
  const committed = readFileSync(new URL('../docs/rules.md', import.meta.url), 'utf8');
  expect(committed).toBe(`${rulesMarkdown(listRules())}\n${kindsMarkdown(kinds)}`);
});
