'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { ExportKind } from '@/server/domain/report/export-kinds';
import { useWritingMessages } from '../../messages/writing-words';
import { useTRPCClient } from '../../trpc-client';
import { Button, buttonClass } from '../../ui/button';
import { newId } from '../../ui/new-id';
import { Sheet } from '../../ui/page';
import { reportFileRows } from '../report-key';

const kindsThere: readonly ExportKind[] = reportFileRows[0];
const everyMs = 700;

/** Chosen faces of all units in one zip, streamed; how far the packing is, is asked while it runs. */
export function DownloadAll({ year, isKnown, drafts, editions }: { year: number; isKnown: boolean; drafts: number; editions: number }) {
  const { ownReports: words, report } = useWritingMessages();
  const [chosen, setState] = useState<'draft' | 'edition' | null>(null);
  const [kinds, setKinds] = useState<readonly ExportKind[]>(['docx', 'pdf']);
  const [packing, setPacking] = useState(newId);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const packed = usePacking(isUnderWay ? packing : null, () => {
    setIsUnderWay(false);
    setPacking(newId());
  });
  const state = chosen ?? (editions > 0 ? 'edition' : 'draft');
  const counts = { draft: drafts, edition: editions };
  const isPossible = isKnown && kinds.length > 0 && counts[state] > 0 && !isUnderWay;
  const address = `/files/own-reports/${year}/${packing}/${state}.${kindsThere.filter((kind) => kinds.includes(kind)).join('-')}.zip`;
  return (
    <Sheet title={words.download}>
      <div className="flex flex-wrap items-start gap-x-10 gap-y-3 text-body">
        <fieldset>
          <legend className="font-medium">{words.which}</legend>
          {(['draft', 'edition'] as const).map((one) => (
            <label key={one} className="flex min-h-7 items-center gap-2">
              <input type="radio" name="state" className="size-4 accent-act" checked={state === one} onChange={() => setState(one)} />
              {one === 'draft' ? words.draft(drafts) : words.editions(editions)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend className="font-medium">{words.kinds}</legend>
          <div className="flex flex-wrap gap-x-4">
            {kindsThere.map((kind) => (
              <label key={kind} className="flex min-h-7 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 accent-act"
                  checked={kinds.includes(kind)}
                  onChange={(event) => setKinds(event.target.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))}
                />
                {report.fileKinds[kind]}
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      <p className="py-2 text-note leading-5 text-muted">{words.downloadHint}</p>
      <div className="flex flex-wrap items-center gap-3">
        {isPossible ? (
          <a href={address} download className={buttonClass('plain')} onClick={() => setIsUnderWay(true)}>
            {words.downloadAct}
          </a>
        ) : (
          <Button disabled>{words.downloadAct}</Button>
        )}
        <p role="status" className="text-body">
          {packed && (packed.done < packed.of ? words.packing(packed.done, packed.of) : words.packed(packed.of))}
        </p>
      </div>
    </Sheet>
  );
}

/** How far a packing is, asked again and again while it runs. */
function usePacking(id: string | null, onOver: () => void): { done: number; of: number } | null {
  const client = useTRPCClient();
  const [known, setKnown] = useState<{ done: number; of: number } | null>(null);
  const over = useEffectEvent(onOver);
  useEffect(() => {
    if (id === null) return;
    const timer = setInterval(async () => {
      const now = await client.report.packing.query({ id }).catch(() => null);
      if (!now) return;
      setKnown(now);
      if (now.done === now.of) over();
    }, everyMs);
    return () => clearInterval(timer);
  }, [client, id]);
  return known;
}
