'use client';

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
import { type Packed, unpack } from '@/server/domain/wire';
import { isRealReason } from '@/server/domain/workflow';
import type { SlipDesk, SlipPage } from '@/server/queries/slips';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Breadcrumb } from '../ui/breadcrumb';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';
import { EmptyState, PageHead, Sheet } from '../ui/page';
import { useKeptText } from '../ui/use-kept-text';
import { CellPicker, textNow } from './cell-picker';
import { ChangeRows, changeInputId } from './change-rows';
import { EffectView, RulesAfter } from './effect-view';
import { SignDialog } from './sign-dialog';
import { answersTo, readAnswers } from './slip-answers';
import { SlipQuestions } from './slip-questions';
import { SlipSaveMark } from './slip-save-mark';
import { useSlipDraft } from './use-slip-draft';
import { WithdrawButton } from './withdraw-button';

/** What a slip is written with: the quarters of the unit, and the draft there is. */
interface SlipToWrite {
  desk: SlipDesk;
  slip: SlipPage['slip'] | null;
}

/** Where a unit writes a slip: what is corrected, what that moves, why, and the signature. @param packed `SlipToWrite`: it has every figure of the year */
export function SlipEditor({ packed, firstQuarter }: { packed: Packed; firstQuarter: number | null }) {
  const { desk, slip } = useMemo(() => unpack(packed) as SlipToWrite, [packed]);
  const { slips, common } = useWritingMessages();
  const client = useTRPCClient();
  const router = useRouter();
  const act = useAct();
  const { content, base, mark, saving } = useSlipDraft(desk, slip);
  const { changes, reason } = content;
  const setChanges = (next: readonly SlipChange[]) => saving.type({ changes: next, reason });
  const locked = quartersInReach(desk.books).filter((one) => one.status === 'locked');
  const asked = slipPeriod(desk.year, firstQuarter ?? 1);
  const [shown, setShown] = useState(locked.find((one) => one.year === asked.year && one.quarter === asked.quarter) ?? locked[0]);
  const [isSigning, setIsSigning] = useState(false);
  const [keptAnswers, keepAnswers, forgetAnswers] = useKeptText(`answers to slip ${desk.unitId} ${desk.year}`);
  const answers = useMemo(() => readAnswers(keptAnswers), [keptAnswers]);
  const wanted = useRef<string | null>(null);
  const overlay = useMemo(() => overlayFrom(desk.overlay), [desk.overlay]);
  const effect = useMemo(() => slipEffect(desk.books, { year: desk.year, changes }, overlay), [desk, changes, overlay]);
  const corrected = useMemo(() => applySlip(desk.books, { year: desk.year, changes }), [desk, changes]);

  useEffect(() => {
    const input = wanted.current && changes.length > 0 ? document.getElementById(wanted.current) : null;
    wanted.current = null;
    if (!(input instanceof HTMLInputElement)) return;
    input.focus();
    input.select();
  }, [changes]);
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
  const given = answersTo(effect, answers);
  const sign = () =>
    act.run(async () => {
      const next = await saving.flush();
      if (!next) return;
      await client.slip.sign.mutate({ slipId: next.id, version: next.version, seen: boundContents(effect), explanations: given ?? [] });
      forgetAnswers();
      router.push(`/slips/${next.id}`);
    }, slips.signed);
  const maySign = changes.length > 0 && !act.isBusy && mark.kind !== 'conflict';
  const reasonIsReal = isRealReason(reason);

  return (
    <>
      <Breadcrumb places={[{ words: slips.title, href: '/slips' }]} />
      <PageHead
        title={
          base ? `${desk.unitName} · ${slips.numbered(desk.year, base.number)}` : slips.newTitle(desk.unitName, common.year(desk.year))
        }
        context={slips.newContext}
      />
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
                onChange={(event) => saving.type({ changes, reason: event.target.value })}
              />
              <div className="flex flex-wrap gap-2">
                <Button
                  look="official"
                  disabled={!maySign || !reasonIsReal || !isAcceptable(effect) || given === null}
                  onClick={() => setIsSigning(true)}
                >
                  {slips.sign}
                </Button>
                {base && <WithdrawButton slipId={base.id} version={base.version} />}
              </div>
              <SlipSaveMark draft={{ content, base, mark }} saving={saving} />
              {!isSigning && <ActAnswer answer={act.answer} className="empty:-mt-3" />}
            </div>
          </Sheet>
          <Sheet title={slips.effectTitle}>
            {effect.quarters.length === 0 ? (
              <p className="text-body leading-6 text-muted">{slips.nothingYet}</p>
            ) : (
              <div className="flex flex-col gap-4" aria-live="polite">
                <RulesAfter effect={effect} />
                <SlipQuestions
                  effect={effect}
                  answers={answers}
                  onAnswer={(key, text) => keepAnswers(JSON.stringify({ ...answers, [key]: text }))}
                />
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
