import type { Severity } from '@/server/domain/subject';
import type { Settled } from '@/server/domain/workflow';
import { useMessages } from '../messages/messages-provider';
import { Badge } from '../ui/notice';

const tones = { must_fix: 'wrong', confirm: 'confirm', hint: 'act' } as const;

/** How a finding weighs now: what it asks for, or that it was answered. */
export function FindingBadge({ severity, settled }: { severity: Severity; settled: Settled | null }) {
  const { common } = useMessages();
  if (settled) return <Badge tone="done">{common.settled[settled]}</Badge>;
  return <Badge tone={tones[severity]}>{common.severities[severity]}</Badge>;
}
