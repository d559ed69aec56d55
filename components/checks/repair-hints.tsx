'use client';

import type { Repair } from '@/server/domain/checks/check';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';

/** The smallest changes that would mend a finding. Those of one rank are equally likely and are told as such. */
export function RepairHints({ repair }: { repair: readonly Repair[] }) {
  const { checks } = useWritingMessages();
  const language = useLanguage();
  const first = repair.filter(({ rank }) => rank === repair[0]?.rank);
  if (first.length === 0) return null;
  const list = (
    <ul className="list-disc pl-5">
      {first.map(({ message }) => (
        <li key={message.zh}>{message[language]}</li>
      ))}
    </ul>
  );
  const others = repair.length - first.length;
  const rest = others > 0 && <p className="text-muted">{checks.repairMore(others)}</p>;
  if (first.length === 1)
    return (
      <div className="pt-1 text-note leading-5">
        <p className="text-muted">{checks.repairOne}</p>
        {list}
        {rest}
      </div>
    );
  return (
    <details className="pt-1 text-note leading-5">
      <summary className="min-h-6 cursor-pointer text-act">{checks.repairTied(first.length)}</summary>
      {list}
      {rest}
    </details>
  );
}
