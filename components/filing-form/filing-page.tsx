'use client';

import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { FilingForm } from '@/server/queries/filing-form';
import { offerCells } from '../finding/cells-here';
import { useMessages } from '../messages/messages-provider';
import { useFreshTalk } from '../talk/use-fresh-talk';
import { WhoIsHere } from '../talk/who-is-here';
import { useTRPCClient } from '../trpc-client';
import { Badge, Notice } from '../ui/notice';
import { useBeside } from './beside/use-beside';
import { inputOf } from './entry/cell-element';
import { ContributionEditor } from './entry/contribution-editor';
import { type AskedPaste, PasteDialog } from './entry/paste-dialog';
import { type DonePaste, PasteDone } from './entry/paste-done';
import { RangeStatus } from './entry/range-status';
import { FilingProvider, type FilingTools } from './filing-context';
import { textPlace } from './outbox/entry';
import { endHold, holdFigures } from './outbox/hold-figures';
import type { Outbox } from './outbox/outbox';
import { browserSpare } from './outbox/spare';
import type { Hidden } from './paste/plan-paste';
import { PracticeBand } from './practice/practice-band';
import { restKit } from './rest/late-rest';
import { type AskedRest, RestDialog } from './rest/rest-dialog';
import { SectionHead, SectionPanel } from './section-panel';
import { SectionTabs, sectionPanelId, sectionTabId } from './section-tabs';
import { CellDetails } from './side/cell-details';
import { FindingsPanel } from './side/findings-panel';
import { TalkOfPlace } from './side/talk-of-place';
import { createFormStore } from './store/form-store';
import { useValue } from './store/value';
import { DueNotice, isPastDue } from './top/due-notice';
import { FilingHead } from './top/filing-head';
import { PlaceBar } from './top/place-bar';
import { ProblemList } from './top/problem-list';
import { ReadOnlyNotice } from './top/read-only-notice';
import { ReturnList } from './top/return-list';
import { SaveMark } from './top/save-mark';
import { SignInAgain } from './top/sign-in-again';
import { StorageNotice } from './top/storage-notice';
import { FilledSoFar, WayToCheck } from './top/way-to-check';
import { useOutbox } from './use-outbox';
import { usePlace } from './use-place';

export interface FilingPageProps {
  form: FilingForm;
  me: { userId: string; name: string };
  /** The day it is in the office, for what is due and overdue. */
  today: string;
}

/** The form of a unit's quarter. */
export function FilingPage({ form, me, today }: FilingPageProps) {
  const { clerk, practice } = useMessages();
  const client = useTRPCClient();
  const [store] = useState(() => createFormStore(form, me.name));
  const connect = useCallback(
    (opened: Outbox) => {
      const disconnect = store.connect(opened);
      // What came too late goes on once its unit has been given time.
      if (store.canEdit)
        for (const entry of opened.status.get().entries)
          if (entry.filingId === form.filingId && isPastDue(entry)) opened.sendAgain(entry.changeId);
      return disconnect;
    },
    [store, form.filingId],
  );
  const { outbox, status } = useOutbox(me.userId, connect);
  // Before anything is painted: nobody is shown a figure that is older than their own. The cells hear of it with their effects, before this one.
  useLayoutEffect(() => {
    const spare = browserSpare();
    const own = spare.of(me.userId);
    const answers = spare.answersOf(me.userId, form.filingId, Date.now());
    if (answers.length > 0 || own.some((entry) => entry.filingId === form.filingId)) holdFigures();
    store.takeUp(own, answers);
  }, [store, me.userId, form.filingId]);
  useEffect(endHold, []);
  const [plan, setPlan] = useState<AskedPaste | null>(null);
  const [pasted, setPasted] = useState<DonePaste | null>(null);
  const forgetPaste = useCallback(() => setPasted(null), []);
  const [rest, setRest] = useState<AskedRest | null>(null);
  const [isSigningIn, setIsSigningIn] = useState(true);
  const { connection } = useValue(status);
  const lapsed = useValue(store.lapsed);
  useFreshTalk(form.filingId, store.showConversation);
  const { section, setSection, goTo } = usePlace(store);
  const beside = useBeside(store);
  useEffect(() => offerCells({ format: store.format, goTo }), [store, goTo]);
  useEffect(() => {
    const keep = () => store.canEdit && store.commit(outbox());
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
      keep();
    };
  }, [store, outbox]);
  useEffect(() => {
    if (connection === 'ok') setIsSigningIn(true);
  }, [connection]);

  const tools = useMemo<FilingTools>(
    () => ({
      store,
      outbox,
      goTo,
      fillRest(of) {
        store.settle();
        restKit.use(({ RestPreview }) => setRest({ section: of, Preview: RestPreview }));
      },
      refresh: async () => store.refresh(await client.filing.form.query({ filingId: form.filingId })),
    }),
    [store, outbox, goTo, client, form.filingId],
  );
  const actions = useMemo(
    () => ({
      onDryRun: setPlan,
      onPasted: (count: number, hidden: Hidden | null) => setPasted({ count, hidden }),
      onDetails: () => document.getElementById('cell-details')?.focus(),
    }),
    [],
  );

  return (
    <FilingProvider value={tools}>
      <PracticeBand form={form} />
      <FilingHead today={today} />
      {store.canEdit && <WhoIsHere room="form" filingId={form.filingId} />}
      <StorageNotice status={status} />
      <DueNotice status={status} today={today} />
      <ReadOnlyNotice />
      <ReturnList />
      {lapsed.map((one) => (
        <Notice key={one} tone="confirm" className="mb-3">
          {clerk.declare.lapsed(clerk.sections[one])}
        </Notice>
      ))}
      {/* One line, whatever is in it: the head of a table sticks right below it, and the cells stop short of both (`entry-figure`). */}
      <div className="sticky top-0 z-30 -mx-5 flex h-10 items-center gap-x-4 gap-y-1 border-b border-hairline bg-desk px-5 max-lg:static max-lg:h-auto max-lg:flex-wrap max-lg:pb-1">
        <SectionTabs section={section} onSection={setSection} />
        <FilledSoFar />
        {form.isPractice && <Badge tone="act">{practice.name}</Badge>}
        <SaveMark status={status} onSignIn={() => setIsSigningIn(true)} onProblems={() => document.getElementById('problems')?.focus()} />
        <WayToCheck />
      </div>
      <div role="tabpanel" id={sectionPanelId} aria-labelledby={sectionTabId(section)} className="pt-1.5">
        {section !== textPlace && <SectionHead key={section} section={section} beside={beside} />}
        <div className="grid grid-cols-[minmax(0,1fr)_18.75rem] items-start gap-4 max-lg:grid-cols-1">
          <div className="min-w-0">
            {section === textPlace ? (
              <ContributionEditor />
            ) : (
              <>
                <PlaceBar section={section} />
                <SectionPanel key={section} section={section} actions={actions} />
              </>
            )}
          </div>
          <aside className="sticky top-12 flex max-h-[calc(100vh-3.5rem)] flex-col gap-3 overflow-y-auto max-lg:static max-lg:max-h-none">
            <ProblemList status={status} />
            {section !== textPlace && <CellDetails />}
            <FindingsPanel />
            <TalkOfPlace isText={section === textPlace} />
          </aside>
        </div>
      </div>
      <RangeStatus />
      <PasteDone done={pasted} onGone={forgetPaste} />
      <PasteDialog asked={plan} onClose={() => setPlan(null)} onPasted={(count) => setPasted({ count, hidden: null })} />
      <RestDialog
        asked={rest}
        onClose={() => setRest(null)}
        onWritten={(count) => {
          setPasted({ count, hidden: null });
          // The button it was opened from goes with the last empty cell: Ctrl+Z must find a cell.
          const from = store.focus.get();
          requestAnimationFrame(() => from && inputOf(from)?.focus({ preventScroll: true }));
        }}
      />
      <SignInAgain status={status} outbox={outbox} isWanted={isSigningIn} onClose={() => setIsSigningIn(false)} />
    </FilingProvider>
  );
}
