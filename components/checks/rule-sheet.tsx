'use client';

import type { Severity } from '@/server/domain/subject';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icon-lines';
import { Badge, type Tone } from '../ui/notice';
import type { ToldExample, ToldRule } from './told-rule';

const tones: Record<Severity, Tone> = { must_fix: 'wrong', confirm: 'confirm', hint: 'act' };

/** One rule: what must hold, how it is reckoned, who asks for it, and what passes and what is found. */
export function RuleSheet({ rule }: { rule: ToldRule }) {
  const { checks, common } = useWritingMessages();
  const language = useLanguage();
  return (
    <section id={rule.id} aria-labelledby={`${rule.id}-title`} className="rule-sheet">
      <p className="flex flex-wrap items-center gap-2 text-note">
        <span className="font-mono font-semibold">{rule.id}</span>
        <Badge tone={tones[rule.severity]}>{common.severities[rule.severity]}</Badge>
        {rule.isAdded && <Badge>{checks.added}</Badge>}
        {rule.switchedOff && <Badge tone="plain">{checks.switchedOff}</Badge>}
      </p>
      <h2 id={`${rule.id}-title`} className="pt-1 text-head leading-7 font-semibold">
        {rule.sentence[language]}
      </h2>
      {rule.switchedOff && <p className="text-body text-confirm">{checks.switchedOffBecause(rule.switchedOff)}</p>}
      <dl className="rule-terms">
        {rule.formula && (
          <>
            <dt>{checks.formula}</dt>
            <dd className="font-mono break-words">{rule.formula}</dd>
          </>
        )}
        <dt>{checks.source}</dt>
        <dd>{rule.source}</dd>
      </dl>
      <div className="rule-examples">
        <Example name={checks.passingExample} mark="done" example={rule.passing} />
        <Example name={checks.failingExample} mark="wrong" example={rule.failing} />
      </div>
    </section>
  );
}

function Example({ name, mark, example }: { name: string; mark: IconName; example: ToldExample }) {
  const { checks } = useWritingMessages();
  return (
    <div>
      <h3 className="font-semibold">
        <Icon name={mark} className="mr-1" />
        {name}
      </h3>
      <ul className="break-words">
        {example.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {example.more > 0 && <li className="text-muted">{checks.moreLines(example.more)}</li>}
      </ul>
      {example.says && (
        <p className="rule-says">
          <span className="sr-only">{checks.says} </span>
          {example.says}
        </p>
      )}
    </div>
  );
}
