'use client';

import { useRef, useState } from 'react';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { answerOf } from '../shell/answer';
import { useTRPCClient } from '../trpc-client';
import { newId } from '../ui/new-id';
import { askPreview } from './ask-preview';
import { chosenFile } from './chosen-file';
import { aReturnedFile, type ReturnedFile, standingOf } from './returned-file';
import { unzipped } from './unzipped';

/** Workbooks that came back: read one after the other, and brought in one after the other, each whole or not at all. */
export function useReturnedFiles() {
  const { workbook } = useWritingMessages();
  const language = useLanguage();
  const client = useTRPCClient();
  const [files, setFiles] = useState<readonly ReturnedFile[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [result, setResult] = useState<string | null>(null);
  const [isWriting, setIsWriting] = useState(false);
  const reading = useRef<Promise<void>>(Promise.resolve());

  const change = (id: string, part: Partial<ReturnedFile>) =>
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));

  async function read(id: string, name: string, blob: Blob): Promise<void> {
    change(id, { state: 'reading' });
    try {
      const file = await chosenFile(Object.assign(blob, { name }));
      if (typeof file === 'string') change(id, { state: 'refused', why: workbook.notRead[file](name) });
      else change(id, { state: 'looked', file, preview: await askPreview({ filingId: null, file }) });
    } catch (error) {
      change(id, { state: 'refused', why: answerOf(error, language).text });
    }
  }
  function take(name: string, blob: Blob): void {
    const id = newId();
    setFiles((all) => [...all, aReturnedFile(id, name)]);
    reading.current = reading.current.then(() => read(id, name, blob));
  }
  async function add(chosen: File): Promise<void> {
    setRefusal(null);
    setResult(null);
    if (!/\.zip$/i.test(chosen.name)) return take(chosen.name, chosen.slice());
    const inside = await unzipped(chosen);
    if ('why' in inside) setRefusal(workbook.many[inside.why](chosen.name));
    else for (const { name, blob } of inside.files) take(name, blob);
  }
  async function bringIn(): Promise<void> {
    setIsWriting(true);
    setResult(null);
    const counted = { done: 0, failed: 0 };
    for (const one of files.filter((some) => standingOf(some, files) === 'ready')) {
      const { id, file, preview, choice } = one;
      if (!file || !preview) continue;
      change(id, { state: 'writing' });
      try {
        const asked = { filingId: preview.filingId, changeId: newId(), file, seen: preview.plan.hash, ...choice, takes: [...choice.takes] };
        const { written } = await client.workbook.takeIn.mutate(asked);
        change(id, { state: 'done', written });
        counted.done += 1;
      } catch (error) {
        change(id, { state: 'refused', why: answerOf(error, language).text });
        counted.failed += 1;
      }
    }
    setResult(workbook.many.answer(counted.done, counted.failed));
    setIsWriting(false);
  }

  return {
    files,
    refusal,
    result,
    isWriting,
    add,
    bringIn,
    choose: (id: string, choice: ReturnedFile['choice']) => change(id, { choice }),
    remove: (id: string) => setFiles((all) => all.filter((one) => one.id !== id)),
  };
}
