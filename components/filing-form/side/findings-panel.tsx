'use client';

import type { Finding } from '@/server/domain/checks/check';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import { settledBy } from '@/server/domain/workflow';
import { useMessages } from '../../messages/messages-provider';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useFiling } from '../filing-context';
import { sectionKeys } from '../store/filing-state';
import { useLateValue } from '../store/use-late-value';
import { FindingItem } from './finding-item';

/** The verdict first, then what must be mended, then what takes a sentence; hints last and folded. */
export function FindingsPanel() {
  const { store, goTo } = useFiling();
  const { findings: words } = useMessages().clerk;
  const { run } = useLateValue(store.checked);
  const progress = useLateValue(store.progress);
  const { explanations } = useLateValue(store.form);
  const missing = sectionKeys.flatMap((section) => progress[section].missing);
  const shown = run.findings.filter((finding) => finding.rule !== 'b-blank');
  const of = (severity: Finding['severity']) => shown.filter((finding) => finding.severity === severity);
  const hints = of('hint');
  const serious = [...of('must_fix'), ...of('confirm')];
  const open = serious.filter((finding) => settledBy(finding, explanations) === null);
  const openOf = (severity: Finding['severity']) => open.filter((finding) => finding.severity === severity).length;
  const [firstMissing] = missing;
  return (
    <section aria-label={words.title} className="rounded border border-hairline bg-paper p-3 text-body leading-6">
      <h2 className="text-body font-semibold">{words.title}</h2>
      <p role="note" className={openOf('must_fix') > 0 ? 'font-medium text-wrong' : 'font-medium'}>
        {words.verdict(openOf('must_fix'), openOf('confirm'), serious.length - open.length, run.counts.passed)}
      </p>
      {run.counts.not_checkable > 0 && <p className="text-note text-muted">{words.notCheckable(run.counts.not_checkable)}</p>}
      {firstMissing && (
        <Button look="way" onClick={() => goTo(firstMissing)}>
          {words.notFilled(missing.length)}
        </Button>
      )}
      {open.length === 0 && !firstMissing && (
        <p className="text-done">
          <Icon name="done" className="mr-1" />
          {words.clear}
        </p>
      )}
      <ul className="mt-1.5 empty:hidden">
        {serious.map((finding) => (
          <FindingItem key={findingKey(finding)} finding={finding} />
        ))}
      </ul>
      {hints.length > 0 && (
        <details className="border-t border-hairline pt-1">
          <summary className="min-h-6 cursor-pointer text-muted">{words.hints(hints.length)}</summary>
          <ul>
            {hints.map((finding) => (
              <FindingItem key={findingKey(finding)} finding={finding} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
