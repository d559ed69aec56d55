'use client';

import { useMemo, useState } from 'react';
import type { Severity } from '@/server/domain/subject';
import { type Packed, unpack } from '@/server/domain/wire';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { EmptyState, PageHead } from '../ui/page';
import { filterRules } from './filter-rules';
import { RuleSheet } from './rule-sheet';
import type { ToldRule } from './told-rule';

const severities = ['must_fix', 'confirm', 'hint'] as const satisfies readonly Severity[];

/** Every rule there is, for whoever wants to know why a finding was made. @param packed `ToldRule[]`: they are drawn and sent */
export function RulesView({ packed, packVersion }: { packed: Packed; packVersion: string }) {
  const rules = useMemo(() => unpack(packed) as ToldRule[], [packed]);
  const { checks, common } = useWritingMessages();
  const language = useLanguage();
  const [words, setWords] = useState('');
  const [severity, setSeverity] = useState<Severity | null>(null);
  const shown = useMemo(() => filterRules(rules, { words, severity, language }), [rules, words, severity, language]);
  return (
    <>
      <PageHead title={checks.rulesTitle} context={checks.rulesContext(packVersion, rules.length)}>
        <Button className="print:hidden" onClick={() => window.print()}>
          {checks.print}
        </Button>
      </PageHead>
      <div className="flex flex-wrap items-start gap-4 pb-2 print:hidden">
        <TextField
          className="w-80"
          label={checks.filterText}
          hint={checks.filterTextHint}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <SelectField
          className="w-64"
          label={checks.filterSeverity}
          hint={severity ? checks.severityMeaning[severity] : undefined}
          value={severity ?? ''}
          onChange={(event) => setSeverity(severities.find((one) => one === event.target.value) ?? null)}
        >
          <option value="">{checks.allSeverities}</option>
          {severities.map((one) => (
            <option key={one} value={one}>
              {common.severities[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <p role="status" className="pb-3 text-note text-muted print:hidden">
        {checks.shown(shown.length, rules.length)}
      </p>
      {shown.length === 0 ? (
        <EmptyState title={checks.noRule} />
      ) : (
        <div className="flex flex-col gap-3">
          {shown.map((rule) => (
            <RuleSheet key={rule.id} rule={rule} />
          ))}
        </div>
      )}
    </>
  );
}
