'use client';

import { useEffect, useMemo, useState } from 'react';
import type { ProseKey } from '@/server/domain/formats';
import { compareTexts } from '@/server/domain/report/blackline/compare-texts';
import type { ReportPage } from '@/server/queries/report';
import type { TextVersionLine } from '@/server/queries/report-writing';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { momentText } from '../../ui/moment';
import { keyOf } from '../report-key';

/** Earlier versions of a text: who and when, what each differs in from now, and to bring one back as the newest. */
export function TextVersions({
  page,
  textKey,
  ground,
  drawnGround,
  isSettled,
  print,
}: {
  page: ReportPage;
  textKey: ProseKey;
  /** The text as the server has it: when it is asked, and as it is drawn. */
  ground: () => { text: string; version: number };
  drawnGround: { text: string };
  isSettled: () => boolean;
  print: (stored: string) => string;
}) {
  const { editor, report } = useWritingMessages();
  const words = editor.history;
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const [lines, setLines] = useState<readonly TextVersionLine[] | 'loading' | 'failed'>('loading');
  const [shown, setShown] = useState<number | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const now = page.texts[textKey]?.version ?? 0;
  const { unitId, year, scope } = page;
  useEffect(() => {
    let isGone = false;
    client.report.textVersions.query({ unitId, year, scope, key: textKey }).then(
      (found) => !isGone && setLines(found),
      () => !isGone && setLines(now === 0 ? [] : 'failed'),
    );
    return () => {
      isGone = true;
    };
  }, [client, unitId, year, scope, textKey, now]);
  const restore = (version: number) => {
    setIsRefused(!isSettled());
    if (!isSettled()) return;
    void run(
      () => client.report.restoreText.mutate({ ...keyOf(page), key: textKey, version, baseVersion: ground().version }),
      (done) => words.restored(done.version),
    );
  };
  return (
    <div className="flex flex-col gap-1">
      <h4 className="text-body font-semibold">{words.title(report.textLabels[textKey])}</h4>
      <p className="text-note leading-5 text-muted">{words.hint}</p>
      {lines === 'loading' && <p className="text-body text-muted">{words.loading}</p>}
      {lines === 'failed' && (
        <p className="text-body text-wrong">
          <Icon name="wrong" className="mr-1" />
          {words.failed}
        </p>
      )}
      {Array.isArray(lines) && lines.length === 0 && <p className="text-body text-muted">{words.none}</p>}
      <ActAnswer answer={isRefused ? { tone: 'wrong', text: words.unsaved } : answer} className="empty:hidden" />
      <ol className="flex flex-col">
        {Array.isArray(lines) &&
          lines.map((line: TextVersionLine) => (
            <li key={line.version} className="border-t border-hairline py-1 first:border-t-0">
              <div className="flex flex-wrap items-center gap-2 text-body">
                <span>{words.line(line.version, line.savedBy, momentText(line.savedAt))}</span>
                {line.version === now ? (
                  <span className="text-note text-muted">{words.now}</span>
                ) : (
                  <>
                    <Button
                      isSmall
                      look="quiet"
                      aria-expanded={shown === line.version}
                      onClick={() => setShown(shown === line.version ? null : line.version)}
                    >
                      {words.show(line.version)}
                    </Button>
                    <Button isSmall disabled={isBusy} onClick={() => restore(line.version)}>
                      {words.restore(line.version)}
                    </Button>
                  </>
                )}
              </div>
              {shown === line.version && <Difference now={print(drawnGround.text)} then={print(line.text)} />}
            </li>
          ))}
      </ol>
    </div>
  );
}

/** What restoring would do: words that would go, and words that would come back. */
function Difference({ now, then }: { now: string; then: string }) {
  const words = useWritingMessages().editor.history;
  const compared = useMemo(() => compareTexts(now, then), [now, then]);
  if (now === then) return <p className="text-note text-muted">{words.same}</p>;
  let at = 0;
  return (
    <div className="flex flex-col gap-1">
      <p className="text-note leading-5 text-muted">{words.legend}</p>
      <div lang="zh-CN" className="rounded border border-hairline px-2 py-1 font-serif text-body leading-7">
        {compared.map((paragraph) => (
          <p key={`${at++} ${paragraph.change}`}>
            {paragraph.parts.map(({ change, text }) => {
              const key = `${at++} ${change}`;
              if (change === 'removed')
                return (
                  <del key={key} className="suggested-out">
                    {text}
                  </del>
                );
              if (change === 'added')
                return (
                  <ins key={key} className="suggested-in">
                    {text}
                  </ins>
                );
              return <span key={key}>{text}</span>;
            })}
          </p>
        ))}
      </div>
    </div>
  );
}
