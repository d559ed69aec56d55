'use client';

import clsx from 'clsx';
import dynamic from 'next/dynamic';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { isNoteKey, type ProseKey } from '@/server/domain/formats';
import { type LocalFact, mendPlaces, resolveProse } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import type { TextBox } from '../editor/editor-box';
import { useNumberShelf } from '../editor/use-number-shelf';
import { useSources } from '../numbers/use-sources';
import { mendsItself, showsItself, textElementId } from './show-text';
import { SuggestingPanel } from './suggesting-panel';
import { TextConflict } from './text-conflict';
import { type OpenBelow, TextDock } from './text-dock';
import { TextFoot } from './text-foot';
import { TextTalk } from './text-talk';
import { TextTools } from './text-tools';
import { useTextWork } from './use-text-work';

const boxClass = 'report-text w-full scroll-mt-20 rounded border border-hairline bg-paper px-3 hover:border-act/50';
const chapterClass = 'min-h-24 py-2 text-head leading-9';
const noteClass = 'min-h-10 py-1 text-body leading-8';

const EditorBox = dynamic(() => import('../editor/editor-box').then((module) => module.EditorBox), { ssr: false });

/**
 * One text of the report while it is written, or while somebody suggests changes to it. It saves itself; the mark says 已保存 only
 * after the server's answer.
 */
export function TextEditor({
  page,
  textKey,
  stored,
  box: given,
}: {
  page: ReportPage;
  textKey: ProseKey;
  stored: { text: string; version: number };
  /** For whoever draws the editor and asks what stands in its box. */
  box?: RefObject<TextBox | null>;
}) {
  const { report, editor: words } = useWritingMessages();
  const [fresh, setFresh] = useState<readonly LocalFact[]>([]);
  const sources = useSources(page, fresh);
  const print = useMemo(() => (text: string) => resolveProse(text, sources).text, [sources]);
  const own = useRef<TextBox | null>(null);
  const box = given ?? own;
  const said = useRef<HTMLParagraphElement>(null);
  const [isReady, setIsReady] = useState(false);
  const [open, setOpen] = useState<OpenBelow | null>(null);
  const shelf = useNumberShelf(sources);
  const work = useTextWork({ page, textKey, stored, box, sources, print });
  const { isSuggesting, saving, suggesting, reading } = work;
  useEffect(() => {
    if (!isReady) return;
    return showsItself(textKey, (place) => box.current?.show(place));
  }, [isReady, textKey, box]);
  useEffect(() => {
    if (!isReady) return;
    return mendsItself(textKey, (places, replacement) => {
      const now = box.current?.stored();
      if (now === undefined) return 0;
      const mended = mendPlaces(now, places, replacement, sources);
      if (mended.count > 0) box.current?.apply(mended.text, true);
      return mended.count;
    });
  }, [isReady, textKey, box, sources]);
  const label = report.textLabels[textKey];
  const look = clsx(boxClass, isNoteKey(textKey) ? noteClass : chapterClass);
  const mayWrite = page.verdicts['report.edit'] === 'allowed';
  const below = { page, textKey, print, work };
  return (
    <section aria-label={words.tools(label)} className="flex flex-col gap-1">
      <TextTools {...{ page, textKey, open, isSuggesting }} onOpen={setOpen} onSuggest={work.turnSuggesting} />
      {!isReady && (
        <div className={clsx(look, 'whitespace-pre-wrap')} lang="zh-CN">
          {print(stored.text)}
          <span className="block font-sans text-note text-muted">{words.loading}</span>
        </div>
      )}
      <EditorBox
        id={textElementId(textKey)}
        label={label}
        describedBy={`${textElementId(textKey)}-help`}
        initial={stored.text}
        shelf={shelf}
        className={clsx(look, isSuggesting && 'border-act/60')}
        onReady={(made) => {
          box.current = made;
          setIsReady(true);
          work.begin();
        }}
        onTyped={() => {
          work.typed();
          setOpen((now) => (now?.kind === 'number' ? null : now));
        }}
        onLeave={work.leave}
        onAsk={(isByKey) => {
          reading.readNow();
          setOpen({ kind: 'number', caret: box.current?.caret() ?? 0, isByKey });
        }}
        onInsert={() => setOpen({ kind: 'insert' })}
        onSelect={(source) => {
          if (said.current) said.current.textContent = source === null ? '' : shelf.label(shelf.describe(source));
        }}
      />
      <p id={`${textElementId(textKey)}-help`} className="sr-only">
        {words.help}
      </p>
      <p ref={said} aria-live="polite" className="sr-only" />
      {open !== null && <TextDock {...below} {...{ open, sources, box }} onOpen={setOpen} onFact={(fact) => setFresh([...fresh, fact])} />}
      <TextFoot {...below} onShow={(place) => box.current?.show(place)} />
      {saving.state.kind === 'conflict' && !isSuggesting && (
        <TextConflict
          conflict={saving.state}
          mine={reading.text}
          print={print}
          onDone={(text) => {
            // Words typed a moment ago are not in what was decided on: they are read, and shown, first.
            if (box.current?.stored() !== reading.text) reading.readNow();
            else if (saving.state.kind === 'conflict') saving.resolve(saving.state, text);
          }}
        />
      )}
      {isSuggesting && (
        <SuggestingPanel
          label={label}
          ground={suggesting.ground}
          text={reading.text}
          print={print}
          isBusy={suggesting.isBusy}
          answer={suggesting.answer}
          onSend={suggesting.send}
          onDrop={mayWrite ? work.leaveSuggesting : suggesting.drop}
        />
      )}
      <TextTalk
        page={page}
        textKey={textKey}
        text={stored.text}
        print={print}
        isSettled={work.isSettled}
        onShow={(place) => box.current?.show(place)}
      />
    </section>
  );
}
