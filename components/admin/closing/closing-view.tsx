'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import type { UnitChoices } from '@/server/domain/units';
import type { ClosingPreview as ClosingPreviewFacts } from '@/server/queries/closing';
import { useWritingMessages } from '../../messages/writing-words';
import { leaveAnswer } from '../../shell/left-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { QueriesProvider } from '../../trpc-queries';
import { Breadcrumb } from '../../ui/breadcrumb';
import { Button } from '../../ui/button';
import { tellMade } from '../../ui/made';
import { PageHead, Sheet } from '../../ui/page';
import { useKeptText } from '../../ui/use-kept-text';
import { type ClosingDraft, closingAct, closingOf, draftOf } from './closing-draft';
import { ClosingFields } from './closing-fields';
import { ClosingPreview } from './closing-preview';
import { ConfirmClosing } from './confirm-closing';

/** Units close, merge or are renamed: chosen at the left, and at the right what will happen, before the button; the button asks once more. */
export function ClosingView({ first }: { first: UnitChoices }) {
  const { common, closing: words, office } = useWritingMessages();
  const trpc = useTRPCClient();
  const router = useRouter();
  const act = useAct();
  const [possible, setPossible] = useState<ClosingPreviewFacts | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  // A merger is thought over: what is half decided stands after a reload, until it is done.
  const [kept, keep, forget] = useKeptText('closing of units');
  const draft = draftOf(kept, new Date());
  const setDraft = (next: ClosingDraft) => keep(JSON.stringify(next));
  const closing = closingOf(draft);
  const names = draft.units.map((unit) => unit.name).join(common.listComma);
  const named = draft.successor === 'new' ? draft.name.trim() : (draft.existing?.name ?? '');
  const heir = draft.successor === 'none' ? null : named || words.newUnit;
  const kind = closingAct(draft);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (closing && possible) setIsAsking(true);
  };
  const close = async () => {
    if (!closing || !possible) return;
    const did = words.did(
      words.done(names, heir),
      possible.people.length,
      possible.balances.length,
      possible.units.reduce((sum, unit) => sum + unit.vanishing.length, 0),
    );
    const done = await act.run(() => trpc.office.closeUnits.mutate(closing), did);
    if (!done) return;
    forget();
    setIsAsking(false);
    if (done.result.successorId) tellMade(done.result.successorId);
    leaveAnswer('/office/units', {
      tone: 'done',
      text: did,
      link: { words: words.see(heir ?? names), href: `/office/units?search=${encodeURIComponent(heir ?? draft.units[0]?.name ?? '')}` },
    });
    router.push('/office/units');
  };
  return (
    <>
      <Breadcrumb places={[{ words: office.units.title, href: '/office/units' }]} />
      <PageHead title={words.title} context={words.context} />
      <form method="post" onSubmit={ask} className="grid items-start gap-4 lg:grid-cols-[22rem_1fr]">
        <Sheet>
          <ClosingFields first={first} draft={draft} onChange={setDraft} />
        </Sheet>
        <Sheet title={words.preview}>
          {closing ? (
            <QueriesProvider>
              <ClosingPreview closing={closing} heir={heir} onKnown={setPossible} />
            </QueriesProvider>
          ) : (
            <p className="text-muted">{words.chooseFirst}</p>
          )}
          <div className="mt-4 flex justify-end border-t border-hairline pt-4">
            <Button type="submit" look="primary" disabled={act.isBusy || !closing || !possible}>
              {words.act[kind]}
            </Button>
          </div>
        </Sheet>
      </form>
      {isAsking && possible && (
        <ConfirmClosing
          preview={possible}
          heir={heir}
          title={words.ask.title[kind](names, heir ?? '')}
          act={words.act[kind]}
          of={act}
          onClosing={close}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
