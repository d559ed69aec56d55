'use client';

import clsx from 'clsx';
import { type ClipboardEvent, type DragEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { AttachmentPlace } from '@/server/domain/attachments/attachment';
import type { AttachmentList } from '@/server/queries/attachments';
import { useLanguage } from '../messages/messages-provider';
import type { AttachmentMessages } from '../messages/zh';
import { ActAnswer } from '../shell/act-answer';
import { type Answer, answerOf } from '../shell/answer';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { momentText } from '../ui/moment';
import { AttachmentRow } from './attachment-row';
import { NotRead } from './not-read';
import { SendingRow } from './sending-row';
import { sendings } from './sendings';
import { useSendings } from './use-sendings';

const accept = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx';

/** The list of files with what is on its way, and the three ways to add one: chosen, dropped, pasted. */
export function AttachmentPanel({
  about,
  aboutId,
  words,
  isQuiet = false,
  className,
}: AttachmentPlace & { words: AttachmentMessages; isQuiet?: boolean; className?: string }) {
  const client = useTRPCClient();
  const language = useLanguage();
  const [list, setList] = useState<AttachmentList | 'failed' | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isOver, setIsOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLFieldSetElement>(null);
  const hintId = useId();
  const hasAsked = useRef(false);
  useEffect(() => {
    if (!hasAsked.current || list === null || list === 'failed') return;
    hasAsked.current = false;
    frame.current?.focus();
  }, [list]);

  const load = useCallback(
    () => client.attachment.of.query({ about, aboutId }).then(setList, () => setList((now) => now ?? 'failed')),
    [client, about, aboutId],
  );
  useEffect(() => void load(), [load]);
  const together = list === null || list === 'failed' ? aboutId : list.togetherWith.join(' ');
  const { shown, add } = useSendings({ about, aboutId }, { words, together: together.split(' ') });
  useEffect(() => {
    const leaves = together.split(' ').map((one) =>
      sendings.onEnded({ about, aboutId: one }, async ({ is, name }) => {
        if (is === 'added') await load();
        setAnswer({ tone: 'done', text: words[is](name) });
      }),
    );
    return () => {
      for (const leave of leaves) leave();
    };
  }, [about, together, load, words]);

  async function remove(id: string, name: string): Promise<void> {
    setAnswer(null);
    try {
      await client.attachment.remove.mutate({ id });
      setAnswer({ tone: 'done', text: words.removed(name) });
    } catch (error) {
      setAnswer(answerOf(error, language));
    }
    // What was pressed goes, also when it was refused.
    frame.current?.focus();
    await load();
  }
  const take = (files: readonly File[]) => {
    if (files.length === 0) return;
    setAnswer(null);
    add(files);
  };

  /** Each of these takes away the button it was done with. */
  const withFocus = (work: () => void) => () => {
    work();
    frame.current?.focus();
  };

  if (list === null) return null;
  if (list === 'failed')
    return (
      <NotRead
        text={words.notRead}
        again={words.again}
        onAgain={async () => {
          hasAsked.current = true;
          await load();
        }}
        className={className}
      />
    );
  const { files, mayAdd } = list;
  if (isQuiet && files.length === 0 && !mayAdd) return null;
  const catches = mayAdd && {
    onPaste(event: ClipboardEvent) {
      const pasted = [...event.clipboardData.files].map((file) => named(file, words));
      if (pasted.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      take(pasted);
    },
    onDragOver(event: DragEvent) {
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop(event: DragEvent) {
      event.preventDefault();
      setIsOver(false);
      take([...event.dataTransfer.files]);
    },
  };
  return (
    <fieldset
      ref={frame}
      tabIndex={-1}
      aria-label={words.of(words.what[about])}
      aria-describedby={mayAdd ? hintId : undefined}
      className={clsx(
        'mt-1 flex min-w-0 flex-col gap-1 font-sans text-note leading-5',
        mayAdd && 'rounded border border-dashed px-2 py-1.5',
        mayAdd && (isOver ? 'border-act bg-act-soft' : 'border-hairline bg-paper'),
        className,
      )}
      {...catches}
    >
      <p className="font-medium">{words.title}</p>
      {files.length === 0 && shown.length === 0 && <p className="text-muted">{mayAdd ? words.empty : words.none}</p>}
      {files.length + shown.length > 0 && (
        <ul className="flex flex-col divide-y divide-hairline">
          {files.map((file) => (
            <AttachmentRow key={file.id} file={file} words={words} onRemove={() => remove(file.id, file.name)} />
          ))}
          {shown.map((one) => (
            <SendingRow
              key={one.upload}
              sending={one}
              words={words}
              onStop={withFocus(() => sendings.stop(one.upload))}
              onGoOn={withFocus(() => void sendings.goOn(one.upload))}
              onForget={withFocus(() => sendings.forget(one.upload))}
            />
          ))}
        </ul>
      )}
      {mayAdd && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button isSmall aria-label={words.addTo(words.what[about])} onClick={() => chooser.current?.click()}>
            <Icon name="add" />
            {words.add}
          </Button>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            accept={accept}
            aria-label={words.addTo(words.what[about])}
            onChange={(event) => {
              take([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <p id={hintId} className="min-w-48 flex-1 text-muted">
            {isOver ? words.dropHere : words.hint}
          </p>
        </div>
      )}
      <ActAnswer answer={answer} className="empty:hidden" />
    </fieldset>
  );
}

/** A picture from the clipboard is called `image.png` by every browser: it gets the moment for a name. */
function named(file: File, words: AttachmentMessages): File {
  if (!/^image\.\w+$/.test(file.name)) return file;
  return new File([file], words.pasted(momentText(new Date().toISOString()).replace(/\D/g, '')), { type: file.type });
}
