'use client';

import type { CheckRun } from '@/server/domain/checks';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';

/** What the rules could not look at, folded; never among what passed. */
export function NotCheckable({ run }: { run: CheckRun }) {
  const { checks } = useWritingMessages();
  const language = useLanguage();
  if (run.notCheckable.length === 0) return null;
  const rules = [...new Set(run.notCheckable.map(({ rule }) => rule))];
  return (
    <details className="pt-4 text-body">
      <summary className="min-h-7 cursor-pointer font-semibold text-act">{checks.notCheckableTitle(run.notCheckable.length)}</summary>
      <p className="text-note text-muted">{checks.notCheckableHint}</p>
      <ul className="flex flex-col gap-1 pt-1">
        {rules.map((rule) => (
          <li key={rule} className="text-note leading-5">
            <span className="font-semibold">{checks.rule(rule)}</span>
            <ul className="list-disc pl-5">
              {[...new Set(run.notCheckable.filter((one) => one.rule === rule).map(({ why }) => why[language]))].map((why) => (
                <li key={why}>{why}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
