'use client';

import { useMemo } from 'react';
import { overlayFrom } from '@/server/domain/checks';
import { formatOver, printedEffect, type SlipStatus, slipEffect } from '@/server/domain/corrections';
import { type Packed, unpack } from '@/server/domain/wire';
import type { SlipPage } from '@/server/queries/slips';
import { useWritingMessages } from '../messages/writing-words';
import { Breadcrumb } from '../ui/breadcrumb';
import { Button, buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { momentText } from '../ui/moment';
import { Notice, type Tone } from '../ui/notice';
import { PageHead } from '../ui/page';
import { EffectView, RulesAfter } from './effect-view';
import { SlipActs } from './slip-acts';
import { SlipBadge } from './slip-list';
import { SlipQuestions } from './slip-questions';
import { SlipSignatures } from './slip-signatures';

const tones: Record<SlipStatus, Tone> = { draft: 'plain', signed: 'act', accepted: 'done', refused: 'wrong', withdrawn: 'plain' };

/** A correction slip as it is read, decided on and printed: before and after, what follows, the year, both signatures. Packed: it comes with the quarters. */
export function SlipSheet({ packed }: { packed: Packed }) {
  const page = useMemo(() => unpack(packed) as SlipPage, [packed]);
  const { slips, common } = useWritingMessages();
  const { slip, desk, inForce, moved } = page;
  const considered = useMemo(
    () => slipEffect(desk.books, { year: desk.year, changes: slip.changes }, overlayFrom(desk.overlay)),
    [desk, slip.changes],
  );
  const format = useMemo(() => formatOver(desk.books.quarters), [desk]);
  const number = slips.numbered(desk.year, slip.number);
  return (
    <>
      <div className="print:hidden">
        <Breadcrumb places={[{ words: slips.title, href: '/slips' }]} />
        <PageHead
          title={`${desk.unitName} · ${number}`}
          context={
            <span className="inline-flex flex-wrap items-center gap-2">
              <SlipBadge status={slip.status} />
              {slips.cells(slip.changes.length)}
            </span>
          }
        >
          <Button onClick={() => window.print()}>{slips.print}</Button>
        </PageHead>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem] print:block">
        <article data-paper="upright" className="rounded border border-hairline bg-paper px-10 py-8 print:border-0 print:p-0">
          <h2 className="text-center font-serif text-title leading-9 font-bold">{slips.sheetTitle(desk.unitName)}</h2>
          <div className="flex flex-wrap justify-between gap-x-6 border-b border-ink/60 pt-2 pb-1 text-body leading-6">
            <span>{number}</span>
            <span>{slips.statuses[slip.status]}</span>
            <span className="font-mono">{slips.content(slip.hash.slice(0, 12))}</span>
          </div>
          <section className="py-4">
            <h3 className="text-body font-semibold">{slips.reason}</h3>
            <p className="text-body leading-7 whitespace-pre-wrap">{slip.reason}</p>
          </section>
          {slip.decisionText && slip.decided && (
            <section className="pb-4">
              <h3 className="text-body font-semibold">{slips.refuseReason}</h3>
              <p className="text-body leading-7 whitespace-pre-wrap">{slip.decisionText}</p>
              <p className="text-note leading-5 text-muted">{slips.by(slip.decided.name, momentText(slip.decided.at))}</p>
            </section>
          )}
          {slip.status !== 'accepted' && slip.status !== 'signed' && <p className="pb-2 text-note text-muted">{slips.againstNow}</p>}
          {format && <EffectView effect={inForce ?? printedEffect(considered)} format={format} withNamed />}
          <SlipSignatures slip={slip} />
        </article>
        <aside aria-label={slips.decideTitle} className="flex flex-col gap-4 lg:sticky lg:top-4 print:hidden">
          <Notice tone={tones[slip.status]}>
            {slips.state[slip.status]}
            {slip.decisionText && <span className="block">{slips.refusedBecause(slip.decisionText)}</span>}
          </Notice>
          {moved.length > 0 && (
            <Notice tone="wrong">
              {slips.moved(moved.map(({ year, quarter }) => common.period(year, quarter)).join(common.listComma))}
            </Notice>
          )}
          {slip.status === 'signed' && <RulesAfter effect={considered} />}
          {slip.status === 'signed' && <SlipQuestions effect={considered} />}
          <SlipActs page={page} />
          {desk.mayWrite && (slip.status === 'refused' || slip.status === 'withdrawn') && (
            <Link
              href={`/slips/new?unit=${desk.unitId}&year=${desk.year}&quarter=${slip.changes[0]?.quarter ?? 1}`}
              className={buttonClass()}
            >
              {slips.another}
            </Link>
          )}
        </aside>
      </div>
    </>
  );
}
