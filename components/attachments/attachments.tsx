'use client';

import { useCallback, useEffect, useState } from 'react';
import type { AttachmentPlace } from '@/server/domain/attachments/attachment';
import type { Language } from '../messages/language';
import { useLanguage, useMessages } from '../messages/messages-provider';
import type { AttachmentMessages } from '../messages/zh';
import { latePart } from '../ui/late-part';
import { NotRead } from './not-read';

type Panel = typeof import('./attachment-panel').AttachmentPanel;
interface Loaded {
  Panel: Panel;
  words: AttachmentMessages;
}

const panel = async () => (await import('./attachment-panel')).AttachmentPanel;
const parts: Record<Language, ReturnType<typeof latePart<Loaded>>> = {
  zh: latePart(async () => ({ Panel: await panel(), words: (await import('../messages/zh/attachments')).attachments })),
  en: latePart(async () => ({ Panel: await panel(), words: (await import('../messages/en/attachments')).attachments })),
};

/**
 * The files on something that somebody wrote, and the way to add one for who may. Comes after the page stands, with its words: no page waits
 * for it.
 *
 * @param isQuiet says nothing where there are no files and none may be added
 */
export function Attachments(props: AttachmentPlace & { isQuiet?: boolean; className?: string }) {
  const language = useLanguage();
  const { common } = useMessages();
  const [part, setPart] = useState<Loaded | 'failed' | null>(null);
  const load = useCallback(
    () =>
      parts[language].use(
        (loaded) => setPart(loaded),
        () => setPart('failed'),
      ),
    [language],
  );
  useEffect(load, [load]);
  if (part === 'failed') return <NotRead text={common.filesNotRead} again={common.retry} onAgain={load} className={props.className} />;
  return part && <part.Panel key={`${props.about} ${props.aboutId}`} {...props} words={part.words} />;
}
