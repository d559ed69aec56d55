import { existsSync, writeFileSync } from 'node:fs';
import { asvs } from './asvs';
import { complianceMarkdown } from './compliance-markdown';
import { dengbao } from './dengbao';

/** `npx tsx scripts/trust/compliance/write.ts` writes docs/compliance.md. */
writeFileSync('docs/compliance.md', complianceMarkdown(asvs, dengbao, existsSync));
