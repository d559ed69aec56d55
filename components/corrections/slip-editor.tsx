'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { overlayFrom } from '@/server/domain/checks';
import {
  applySlip,
  boundContents,
  formatOf,
  formatOver,
  isAcceptable,
  printedEffect,
  quartersInReach,
  type SlipChange,
  slipEffect,
  slipPeriod,
} from '@/server/domain/corrections';
import type { Cell } from '@/server/domain/formats';
import { isRealReason } from '@/server/domain/workflow';
import type { SlipDesk, SlipPage } from '@/server/queries/slips';
import { useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button, buttonClass } from '../ui/button';
import { TextArea } from '../ui/field';
import { EmptyState, PageHead, Sheet } from '../ui/page';
import { CellPicker, textNow } from './cell-picker';
import { ChangeRows, changeInputId } from './change-rows';
import { EffectView, RulesAfter } from './effect-view';
import { SignDialog } from './sign-dialog';
import { WithdrawButton } from './withdraw-button';

/** Where a unit writes a slip: what is corrected, what that moves, why, and the signature. */
export function SlipEditor({ desk, slip, firstQuarter }: { desk: SlipDesk; slip: SlipPage['slip'] | null; firstQuarter: number | null }) {
  const { slips, common } = useMessages();
  const client = useTRPCClient();
  const router = useRouter();
  const act = useAct();
  const [changes, setChanges] = useState<readonly SlipChange[]>(slip?.changes ?? []);
  const [reason, setReason] = useState(slip?.reason ?? '');
  const [kept, setKept] = useState(slip ? { id: slip.id, version: slip.version, number: slip.number } : null);
  const [saved, setSaved] = useState({ changes: slip?.changes ?? [], reason: slip?.reason ?? '' });
  const locked = quartersInReach(desk.books).filter((one) => one.status === 'locked');
  const asked = slipPeriod(desk.year, firstQuarter ?? 1);
  const [shown, setShown] = useState(locked.find((one) => one.year === asked.year && one.quarter === asked.quarter) ?? locked[0]);
  const [isSigning, setIsSigning] = useState(false);
  const wanted = useRef<string | null>(null);
  const overlay = useMemo(() => overlayFrom(desk.overlay), [desk.overlay]);
  const effect = useMemo(() => slipEffect(desk.books, { year: desk.year, changes }, overlay), [desk, changes, overlay]);
  const corrected = useMemo(() => applySlip(desk.books, { year: desk.year, changes }), [desk, changes]);
  const isDirty = changes !== saved.changes || reason !== saved.reason;

  useEffect(() => {
    const input = wanted.current && changes.length > 0 ? document.getElementById(wanted.current) : null;
    wanted.current = null;
    if (!(input instanceof HTMLInputElement)) return;
    input.focus();
    input.select();
  }, [changes]);
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);

  if (!shown)
    return (
      <>
        <PageHead title={slips.newTitle(desk.unitName, common.year(desk.year))} />
        <EmptyState title={slips.emptyTitle}>{slips.emptyHint}</EmptyState>
      </>
    );
  const pick = (quarter: number, cell: Cell) => {
    const place = { quarter, cell: cell.id };
    wanted.current = changeInputId(place);
    const isThere = changes.some((one) => one.quarter === quarter && one.cell === cell.id);
    setChanges(isThere ? [...changes] : [...changes, { ...place, raw: textNow(shown, cell) }]);
  };
  const type = (change: SlipChange, raw: string) => setChanges(changes.map((one) => (one === change ? { ...one, raw } : one)));
  const write = async () => {
    const slipNow = kept && { id: kept.id, version: kept.version };
    const written = await client.slip.write.mutate({ unitId: desk.unitId, year: desk.year, slip: slipNow, changes: [...changes], reason });
    const next = { id: written.slipId, version: written.version, number: written.number };
    setKept(next);
    setSaved({ changes, reason });
    return next;
  };
  const save = async () => {
    const done = await act.run(write, (next) => slips.saved(next.number));
    if (done) window.history.replaceState(null, '', `/slips/${done.result.id}`);
  };
  const sign = () =>
    act.run(async () => {
      const next = isDirty || !kept ? await write() : kept;
      await client.slip.sign.mutate({ slipId: next.id, version: next.version, seen: boundContents(effect) });
      router.push(`/slips/${next.id}`);
    }, slips.signed);
  const mayWrite = changes.length > 0 && !act.isBusy;
  const reasonIsReal = isRealReason(reason);

  return (
    <>
      <PageHead
        title={
          kept ? `${desk.unitName} · ${slips.numbered(desk.year, kept.number)}` : slips.newTitle(desk.unitName, common.year(desk.year))
        }
        context={slips.newContext}
      >
        <Link href="/slips" className={buttonClass()}>
          {slips.back}
        </Link>
      </PageHead>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Sheet title={slips.changesTitle}>
            <ChangeRows
              desk={desk}
              changes={changes}
              problems={effect.problems}
              onType={type}
              onRemove={(change) => setChanges(changes.filter((one) => one !== change))}
            />
          </Sheet>
          <CellPicker desk={desk} corrected={corrected} quarter={shown} onQuarter={setShown} onPick={pick} />
        </div>
        <div className="flex flex-col gap-4 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto">
          <Sheet>
            <div className="flex flex-col gap-3">
              <TextArea
                label={slips.reason}
                hint={slips.reasonHint}
                rows={3}
                maxLength={2000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
              <div className="flex flex-wrap gap-2">
                <Button look="official" disabled={!mayWrite || !reasonIsReal || !isAcceptable(effect)} onClick={() => setIsSigning(true)}>
                  {slips.sign}
                </Button>
                <Button disabled={!mayWrite || !isDirty} onClick={save}>
                  {slips.saveDraft}
                </Button>
                {kept && <WithdrawButton slipId={kept.id} version={kept.version} />}
              </div>
              {isDirty && changes.length > 0 && <p className="text-[13px] text-muted">{slips.unsaved}</p>}
              {!isSigning && <ActAnswer answer={act.answer} className="empty:-mt-3" />}
            </div>
          </Sheet>
          <Sheet title={slips.effectTitle}>
            {effect.quarters.length === 0 ? (
              <p className="text-[15px] leading-6 text-muted">{slips.nothingYet}</p>
            ) : (
              <div className="flex flex-col gap-4" aria-live="polite">
                <RulesAfter effect={effect} />
                <EffectView effect={printedEffect(effect)} format={formatOver(desk.books.quarters) ?? formatOf(shown)} />
              </div>
            )}
          </Sheet>
        </div>
      </div>
      {isSigning && (
        <SignDialog
          title={slips.signTitle(changes.length)}
          question={slips.signAsk}
          act={slips.sign}
          isBusy={act.isBusy}
          answer={act.answer}
          onSubmit={sign}
          onClose={() => setIsSigning(false)}
        />
      )}
    </>
  );
}
