'use client';

import type { ListedExample, ListedRule } from '@/server/domain/checks/rule-list';
import type { Severity } from '@/server/domain/subject';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Badge, type Tone } from '../ui/notice';

const tones: Record<Severity, Tone> = { must_fix: 'seal', confirm: 'confirm', hint: 'act' };
/** A whole table as an example is told by its beginning. */
const maxLines = 6;

/** One rule: what must hold, how it is reckoned, who asks for it, and what passes and what is found. */
export function RuleSheet({ rule }: { rule: ListedRule }) {
  const { checks, common } = useWritingMessages();
  const language = useLanguage();
  return (
    <section
      id={rule.id}
      aria-labelledby={`${rule.id}-title`}
      className="scroll-mt-4 break-inside-avoid rounded border border-hairline bg-paper px-4 py-3 target:outline-2 target:outline-act"
    >
      <p className="flex flex-wrap items-center gap-2 text-[13px]">
        <span className="font-mono font-semibold">{rule.id}</span>
        <Badge tone={tones[rule.severity]}>{common.severities[rule.severity]}</Badge>
        {rule.isAdded && <Badge>{checks.added}</Badge>}
        {rule.switchedOff && <Badge tone="plain">{checks.switchedOff}</Badge>}
      </p>
      <h2 id={`${rule.id}-title`} className="pt-1 text-[17px] leading-7 font-semibold">
        {rule.sentence[language]}
      </h2>
      {rule.switchedOff && <p className="text-[15px] text-confirm">{checks.switchedOffBecause(rule.switchedOff)}</p>}
      <dl className="grid grid-cols-[4.5rem_1fr] gap-x-3 pt-1 text-[13px] leading-5">
        {rule.formula && (
          <>
            <dt className="text-muted">{checks.formula}</dt>
            <dd className="font-mono break-words">{rule.formula}</dd>
          </>
        )}
        <dt className="text-muted">{checks.source}</dt>
        <dd>{rule.source}</dd>
      </dl>
      <div className="grid gap-x-6 gap-y-2 pt-2 md:grid-cols-2 print:grid-cols-2">
        <Example name={checks.passingExample} mark="✓" example={rule.passing} />
        <Example name={checks.failingExample} mark="✕" example={rule.failing} />
      </div>
    </section>
  );
}

function Example({ name, mark, example }: { name: string; mark: string; example: ListedExample }) {
  const { checks } = useWritingMessages();
  const language = useLanguage();
  return (
    <div className="text-[13px] leading-5">
      <h3 className="font-semibold">
        <span aria-hidden="true">{mark} </span>
        {name}
      </h3>
      <ul className="break-words">
        {example.lines.slice(0, maxLines).map((line) => (
          <li key={line.zh}>{line[language]}</li>
        ))}
        {example.lines.length > maxLines && <li className="text-muted">{checks.moreLines(example.lines.length - maxLines)}</li>}
      </ul>
      {example.says && (
        <p className="mt-1 border-l-2 border-hairline pl-2 break-words">
          <span className="sr-only">{checks.says} </span>
          {example.says[language]}
        </p>
      )}
    </div>
  );
}
