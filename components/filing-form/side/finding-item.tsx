'use client';

import type { Finding } from '@/server/domain/checks/check';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import { settledBy } from '@/server/domain/workflow';
import { FindingBadge } from '../../checks/finding-badge';
import { RuleNotes } from '../../checks/rule-notes';
import { useLanguage, useMessages } from '../../messages/messages-provider';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { useFiling } from '../filing-context';
import { isReadOnly } from '../grid/read-only';
import { useLateValue } from '../store/use-late-value';
import { ExplainFinding } from './explain-finding';

/** One finding: its sentence leads to its cells; what follows from it is folded beneath; then what is said about it. */
export function FindingItem({ finding }: { finding: Finding }) {
  const { store, goTo, refresh } = useFiling();
  const client = useTRPCClient();
  const { clerk } = useMessages();
  const language = useLanguage();
  const form = useLateValue(store.form);
  const cells = [...new Set([finding, ...finding.consequences].flatMap((one) => one.cells))];
  const said = form.explanations.filter((one) => one.rule === finding.rule && one.boundTo === finding.boundTo);

  function show(): void {
    store.mark(cells);
    const first = finding.cells.find((id) => {
      const cell = store.format.cells.get(id);
      return cell !== undefined && !isReadOnly(cell);
    });
    const target = first ?? finding.cells[0];
    if (target) goTo(target);
  }

  return (
    <li className="border-t border-hairline py-2">
      <div className="flex items-start gap-2">
        <FindingBadge severity={finding.severity} settled={settledBy(finding, form.explanations)} />
        <span className="text-note text-muted">{clerk.findings.rule(finding.rule)}</span>
      </div>
      <Button look="way" className="mt-0.5 text-ink" onClick={show}>
        {finding.message[language]}
      </Button>
      <p className="text-note leading-5 text-muted">{finding.source}</p>
      {finding.consequences.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer text-note text-muted">
            {clerk.findings.consequences(finding.consequences.length)}
          </summary>
          <ul className="ml-4 list-disc text-note leading-5">
            {finding.consequences.map((one) => (
              <li key={findingKey(one)}>{one.message[language]}</li>
            ))}
          </ul>
        </details>
      )}
      {finding.repair.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer text-note text-muted">
            {finding.repair.length > 1 ? clerk.findings.likely : clerk.findings.repair}
          </summary>
          <ul className="ml-4 list-disc text-note leading-5">
            {finding.repair.map((repair) => (
              <li key={repair.message.zh}>{repair.message[language]}</li>
            ))}
          </ul>
        </details>
      )}
      {finding.severity !== 'hint' && <ExplainFinding finding={finding} said={said} />}
      <RuleNotes
        rule={finding.rule}
        notes={form.ruleNotes}
        mayNote={form.verdicts['rule.note'] === 'allowed'}
        onNote={async (text) => {
          await client.filing.noteRule.mutate({ filingId: form.filingId, rule: finding.rule, text });
          await refresh();
        }}
      />
    </li>
  );
}
