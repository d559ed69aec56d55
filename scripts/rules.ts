import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listRules } from '@/server/domain/checks/rule-list';
import { rulesMarkdown } from '@/server/domain/checks/rules-markdown';
import { kinds } from '@/server/domain/narrative/kinds';
import { kindsMarkdown } from '@/server/domain/narrative/kinds/kinds-markdown';

/** `npx tsx scripts/rules.ts`: writes docs/rules.md from the rule pack. `rules.test.ts` says when it is due. */
writeFileSync(fileURLToPath(new URL('../docs/rules.md', import.meta.url)), `${rulesMarkdown(listRules())}\n${kindsMarkdown(kinds)}`);
