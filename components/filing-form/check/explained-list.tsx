'use client';

import type { Finding } from '@/server/domain/checks/check';
import type { Explanation } from '@/server/domain/workflow';
import { Attachments } from '../../attachments/attachments';
import { useLanguage, useMessages } from '../../messages/messages-provider';
import { Icon } from '../../ui/icon';
import { Sheet } from '../../ui/page';

/** Findings that pass because somebody explained them: the reviewer reads the same sentences. */
export function ExplainedList({ findings, explanations }: { findings: readonly Finding[]; explanations: readonly Explanation[] }) {
  const { check: words, findings: say, remarks } = useMessages().clerk;
  const language = useLanguage();
  const pairs = findings.flatMap((finding) =>
    explanations.filter((one) => one.rule === finding.rule && one.boundTo === finding.boundTo).map((said) => ({ finding, said })),
  );
  if (pairs.length === 0) return null;
  return (
    <Sheet title={words.explained} className="mb-4">
      <ul className="divide-y divide-hairline text-body leading-7">
        {pairs.map(({ finding, said }) => (
          <li key={said.id} className="py-1">
            <p>{finding.message[language]}</p>
            <p className="text-muted">
              {remarks.labelled(said.kind === 'exception' ? say.exception(said.writtenBy) : say.explanation(said.writtenBy), said.text)}
              {said.kind === 'exception' && (
                <>
                  {' '}
                  <Icon name={said.countersignedBy ? 'done' : 'confirm'} className="mr-1" />
                  {said.countersignedBy ? say.countersigned(said.countersignedBy) : say.waiting}
                </>
              )}
            </p>
            <Attachments about="explanation" aboutId={said.id} isQuiet />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
