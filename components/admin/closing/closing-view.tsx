'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import type { UnitChoices } from '@/server/domain/units';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { QueriesProvider } from '../../trpc-queries';
import { Button, buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { PageHead, Sheet } from '../../ui/page';
import { type ClosingDraft, closingOf, lastQuarterEnd } from './closing-draft';
import { ClosingFields } from './closing-fields';
import { ClosingPreview } from './closing-preview';

/** Units close, merge or are renamed: chosen at the left, and at the right what will happen, before the button. */
export function ClosingView({ first }: { first: UnitChoices }) {
  const { common, closing: words } = useWritingMessages();
  const trpc = useTRPCClient();
  const router = useRouter();
  const act = useAct();
  const [isPossible, setIsPossible] = useState(false);
  const [draft, setDraft] = useState<ClosingDraft>({
    units: [],
    closesOn: lastQuarterEnd(new Date()),
    successor: 'new',
    existing: null,
    name: '',
    kind: 'department',
  });
  const closing = closingOf(draft);
  const names = draft.units.map((unit) => unit.name).join(common.listComma);
  const heir = draft.successor === 'new' ? draft.name.trim() : (draft.existing?.name ?? '');
  const button =
    draft.successor === 'none'
      ? words.act.one
      : draft.units.length > 1 || draft.successor === 'existing'
        ? words.act.merge
        : words.act.rename;
  const close = async (event: FormEvent) => {
    event.preventDefault();
    if (!closing) return;
    const done = await act.run(() => trpc.office.closeUnits.mutate(closing), words.done(names, draft.successor === 'none' ? null : heir));
    if (done) router.push('/office/units');
  };
  return (
    <>
      <PageHead title={words.title} context={words.context}>
        <Link href="/office/units" className={buttonClass('quiet')}>
          ← {words.back}
        </Link>
      </PageHead>
      <form method="post" onSubmit={close} className="grid items-start gap-4 lg:grid-cols-[22rem_1fr]">
        <Sheet>
          <ClosingFields first={first} draft={draft} onChange={setDraft} />
        </Sheet>
        <Sheet title={words.preview}>
          {closing ? (
            <QueriesProvider>
              <ClosingPreview closing={closing} heir={draft.successor === 'none' ? null : heir || words.into.new} onKnown={setIsPossible} />
            </QueriesProvider>
          ) : (
            <p className="text-muted">{words.chooseFirst}</p>
          )}
          <ActAnswer answer={act.answer} working={act.isBusy ? common.working.act(button) : null} className="mt-4 empty:mt-0" />
          <div className="mt-4 flex justify-end border-t border-hairline pt-4">
            <Button type="submit" look="primary" disabled={act.isBusy || !closing || !isPossible}>
              {button}
            </Button>
          </div>
        </Sheet>
      </form>
    </>
  );
}
