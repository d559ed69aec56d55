'use client';

import clsx from 'clsx';
import dynamic from 'next/dynamic';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { isNoteKey, type ProseKey } from '@/server/domain/formats';
import { type LocalFact, resolveProse, writeToken } from '@/server/domain/prose';
import { mostNoteCharacters } from '@/server/domain/report/notes';
import { mergeTexts } from '@/server/domain/writing';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import type { Messages } from '../../messages/zh';
import { TypingNotice } from '../../signing/typing-notice';
import { Button } from '../../ui/button';
import { Dock } from '../editor/dock';
import type { TextBox } from '../editor/editor-box';
import { InsertPanel } from '../editor/insert-panel';
import { NumberPanel } from '../editor/number-panel';
import { TextStates } from '../editor/text-states';
import { useNumberShelf } from '../editor/use-number-shelf';
import { useReading } from '../editor/use-reading';
import { useSources } from '../numbers/use-sources';
import { CommentBox } from './comments';
import { countCharacters, guidanceOf } from './count-characters';
import { SaveMark } from './save-mark';
import { showsItself, textElementId } from './show-text';
import { SuggestingPanel } from './suggesting-panel';
import { TextConflict } from './text-conflict';
import { TextTalk } from './text-talk';
import { TextVersions } from './text-versions';
import { useSuggesting } from './use-suggesting';
import { useTakingIn } from './use-taking-in';
import { useTextSaving } from './use-text-saving';

const boxClass = 'report-text w-full scroll-mt-20 rounded border border-hairline bg-paper px-3 hover:border-act/50';
const chapterClass = 'min-h-24 py-2 text-[17px] leading-9';
const noteClass = 'min-h-10 py-1 text-[15px] leading-8';

const EditorBox = dynamic(() => import('../editor/editor-box').then((module) => module.EditorBox), { ssr: false });

/** What is open below the text: about one number, about inserting one, about the words at the caret, or earlier versions. */
type Open = { kind: 'number'; caret: number; isByKey: boolean } | { kind: 'insert' | 'comment' | 'versions' } | null;

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
  const { report, adjust, editor: words, prose } = useWritingMessages();
  const mayWrite = page.verdicts['report.edit'] === 'allowed';
  const maySuggest = page.verdicts['report.suggest'] === 'allowed';
  const mayComment = page.verdicts['report.comment'] === 'allowed';
  const [fresh, setFresh] = useState<readonly LocalFact[]>([]);
  const sources = useSources(page, fresh);
  const onFact = (fact: LocalFact) => setFresh([...fresh, fact]);
  const print = useMemo(() => (text: string) => resolveProse(text, sources).text, [sources]);
  const own = useRef<TextBox | null>(null);
  const box = given ?? own;
  const said = useRef<HTMLParagraphElement>(null);
  const [isReady, setIsReady] = useState(false);
  const [open, setOpen] = useState<Open>(null);
  const shelf = useNumberShelf(sources);
  const [isSuggesting, setIsSuggesting] = useState(!mayWrite);
  const saving = useTextSaving(page, textKey, stored, box, isSuggesting);
  const suggesting = useSuggesting(page, textKey, saving, box);
  const reading = useReading({ page, sources, textKey, initial: stored.text, box, isSuggesting, print });
  const takeIn = useTakingIn(() => {
    const text = box.current?.stored();
    if (text === undefined) return;
    if (isSuggesting) suggesting.change(text);
    else saving.change(text);
  });
  const typed = () => {
    takeIn.soon();
    reading.readSoon();
    setOpen((now) => (now?.kind === 'number' ? null : now));
  };
  const isSettled = () => {
    takeIn.now();
    return saving.isSettled();
  };
  const close = () => {
    setOpen(null);
    box.current?.focus();
  };
  useEffect(() => {
    if (!isReady) return;
    return showsItself(textKey, (place) => box.current?.show(place));
  }, [isReady, textKey, box]);
  const length = useMemo(() => countCharacters(print(reading.text)), [print, reading.text]);
  const most = guidanceOf(textKey);
  const label = report.textLabels[textKey];
  const isNote = isNoteKey(textKey);
  const look = clsx(boxClass, isNote ? noteClass : chapterClass);
  const leaveSuggesting = () => {
    suggesting.drop();
    setIsSuggesting(false);
  };
  return (
    <section aria-label={words.tools(label)} className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-1 font-sans print:hidden">
        {isNote && <h4 className="pr-1 text-[13px] font-semibold">{adjust.note}</h4>}
        <Button
          isSmall
          look="quiet"
          aria-expanded={open?.kind === 'insert'}
          onClick={() => setOpen(open?.kind === 'insert' ? null : { kind: 'insert' })}
        >
          ＋ {words.insert}
        </Button>
        {mayComment && (
          <Button
            isSmall
            look="quiet"
            aria-expanded={open?.kind === 'comment'}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setOpen(open?.kind === 'comment' ? null : { kind: 'comment' })}
          >
            {words.comment}
          </Button>
        )}
        {mayWrite && (
          <Button
            isSmall
            look="quiet"
            aria-expanded={open?.kind === 'versions'}
            onClick={() => setOpen(open?.kind === 'versions' ? null : { kind: 'versions' })}
          >
            {words.versions}
          </Button>
        )}
        {mayWrite && maySuggest && (
          <Button
            isSmall
            look="quiet"
            aria-pressed={isSuggesting}
            onClick={() => {
              takeIn.now();
              if (isSuggesting) leaveSuggesting();
              else {
                saving.flush();
                setIsSuggesting(true);
              }
            }}
          >
            {isSuggesting ? words.write : words.suggest}
          </Button>
        )}
        {isSuggesting && (
          <span className="ml-auto rounded border border-act/30 bg-act-soft px-1.5 text-[13px] leading-6 text-act">
            {words.suggesting.title}
          </span>
        )}
      </div>
      {!isReady && (
        <div className={clsx(look, 'whitespace-pre-wrap')} lang="zh-CN">
          {print(stored.text)}
          <span className="block font-sans text-[13px] text-muted">{words.loading}</span>
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
          if (isSuggesting) suggesting.restore();
          else saving.restore();
          reading.readSoon();
        }}
        onTyped={typed}
        onLeave={() => {
          takeIn.now();
          saving.flush();
        }}
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
      {open !== null && (
        <Dock label={dockLabel(open.kind, words, prose.summary, label)} onClose={close} onPlaced={(top) => box.current?.keepAbove(top)}>
          {open.kind === 'number' && (
            <NumberPanel
              page={page}
              sources={sources}
              reading={reading.read}
              caret={open.caret}
              takesFocus={open.isByKey}
              onFact={onFact}
              onChange={(next) => {
                // Others' words may have come in while this was open: only the number changes.
                const theirs = box.current?.stored() ?? '';
                const merged = mergeTexts({ base: reading.read.stored, mine: next, theirs }).text;
                if (merged !== null) box.current?.apply(merged, true);
                close();
              }}
            />
          )}
          {open.kind === 'insert' && (
            <InsertPanel
              page={page}
              sources={sources}
              onFact={onFact}
              onInsert={(token) => {
                box.current?.insert(writeToken(token));
                setOpen(null);
              }}
            />
          )}
          {open.kind === 'comment' && (
            <CommentBox page={page} textKey={textKey} quote={box.current?.quote() ?? ''} print={print} onSaid={close} />
          )}
          {open.kind === 'versions' && (
            <TextVersions
              page={page}
              textKey={textKey}
              ground={saving.ground}
              drawnGround={saving.drawnGround}
              isSettled={isSettled}
              print={print}
            />
          )}
        </Dock>
      )}
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-1 font-sans text-[13px] leading-5 text-muted">
        <span className={clsx(most !== null && length > most && 'font-semibold text-confirm')}>
          {most !== null && length > most && '！ '}
          {textKey === 'preamble' && `${report.textLabels.preamble} · `}
          {most === null ? report.characters(length) : report.charactersOf(length, most)}
          {isNote && ` · ${adjust.noteHint(mostNoteCharacters)}`}
        </span>
        <TextStates
          label={label}
          numbers={reading.read.numbers}
          onShow={(place) => box.current?.show(place)}
          stored={reading.read.stored}
        />
        <TypingNotice page={page} textKey={textKey} />
        {!isSuggesting && <SaveMark state={saving.state} isEmpty={reading.text === ''} onRetry={saving.flush} />}
      </div>
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
          onDrop={mayWrite ? leaveSuggesting : suggesting.drop}
        />
      )}
      <TextTalk
        page={page}
        textKey={textKey}
        text={stored.text}
        print={print}
        isSettled={isSettled}
        onShow={(place) => box.current?.show(place)}
      />
    </section>
  );
}

function dockLabel(kind: NonNullable<Open>['kind'], words: Messages['editor'], numbers: string, text: string): string {
  return { number: numbers, insert: words.insert, comment: words.comment, versions: words.history.title(text) }[kind];
}
