'use client';

import type { CheckRun } from '@/server/domain/checks';
import type { Damage, ReadReport } from '@/server/domain/reading';
import type { Sentence } from '@/server/domain/sentence';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Sheet } from '../ui/page';

/** The verdict first: what it comes to, what was compared, what could not be read. */
export function CheckVerdict({
  report,
  run,
  damage,
  comparedWith,
  warnings,
  onJson,
  onHtml,
}: {
  report: ReadReport;
  run: CheckRun;
  damage: readonly Damage[];
  comparedWith: string;
  warnings: readonly Sentence[];
  onJson: () => void;
  onHtml: () => void;
}) {
  const { checks, common } = useWritingMessages();
  const language = useLanguage();
  const { must_fix, confirm, passed, not_checkable } = run.counts;
  const said = [...(must_fix ? [checks.verdictMustFix(must_fix)] : []), ...(confirm ? [checks.verdictConfirm(confirm)] : [])];
  const holds = not_checkable > 0 ? checks.verdictHoldsSoFar(not_checkable) : checks.verdictHolds;
  const calm = not_checkable > 0 || damage.length > 0 ? 'act' : 'done';
  const { organ, year, scope } = report.content;
  return (
    <Sheet
      title={checks.verdictTitle}
      actions={
        <div className="flex flex-wrap gap-2">
          <Button isSmall onClick={onHtml}>
            {checks.downloadHtml}
          </Button>
          <Button isSmall onClick={onJson}>
            {checks.downloadJson}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-2">
        <div role="status">
          <Notice tone={must_fix ? 'wrong' : confirm ? 'confirm' : calm} title={said.length > 0 ? said.join('；') : holds}>
            {checks.counts(passed, not_checkable)}
          </Notice>
        </div>
        <p className="text-body leading-6">{checks.about(organ, year, common.scopes[scope], report.format.id)}</p>
        <p className="text-note leading-5 text-muted">
          {comparedWith}；{checks.packVersion(run.packVersion)}
        </p>
        {warnings.map((warning) => (
          <Notice key={warning.zh} tone="confirm">
            {warning[language]}
          </Notice>
        ))}
        {damage.length > 0 && (
          <Notice tone="confirm" title={checks.damageTitle}>
            <ul className="list-disc pl-5">
              {damage.map(({ where, what }) => (
                <li key={where}>{checks.damagedPlace(where, what)}</li>
              ))}
            </ul>
            <p className="text-note text-muted">{checks.damageHint}</p>
          </Notice>
        )}
      </div>
    </Sheet>
  );
}
