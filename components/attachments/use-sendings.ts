'use client';

import { useEffect, useRef, useState } from 'react';
import type { AttachmentPlace } from '@/server/domain/attachments/attachment';
import { useLanguage } from '../messages/messages-provider';
import type { AttachmentMessages } from '../messages/zh';
import { answerOf } from '../shell/answer';
import { dataOf, useTRPCClient } from '../trpc-client';
import { newId } from '../ui/new-id';
import { inTurn, NotSent, type Sending, sendFile } from './send-file';

/** A file on its way as it is shown. */
export interface ShownSending {
  upload: string;
  name: string;
  size: number;
  /** Bytes that have arrived; null: it waits for its turn. */
  sent: number | null;
  /** Why it did not arrive; the network may be tried again from there. */
  failed: { why: string; mayGoOn: boolean } | null;
}

/** The files that a person sends to one thing, one after the other. */
export function useSendings(
  place: AttachmentPlace,
  words: AttachmentMessages,
  { onAdded, onStopped }: { onAdded: (name: string) => Promise<void>; onStopped: (name: string) => void },
) {
  const client = useTRPCClient();
  const language = useLanguage();
  const [shown, setShown] = useState<readonly ShownSending[]>([]);
  const known = useRef(new Map<string, { sending: Sending; stop: AbortController }>());
  useEffect(() => {
    const all = known.current;
    return () => {
      for (const { stop } of all.values()) stop.abort();
    };
  }, []);

  const change = (upload: string, to: Partial<ShownSending>) =>
    setShown((all) => all.map((one) => (one.upload === upload ? { ...one, ...to } : one)));
  const forget = (upload: string) => {
    known.current.delete(upload);
    setShown((all) => all.filter((one) => one.upload !== upload));
  };
  const carrier = {
    sendPiece: (sent: Parameters<typeof client.attachment.sendPiece.mutate>[0]) => client.attachment.sendPiece.mutate(sent),
    add: (sent: Parameters<typeof client.attachment.add.mutate>[0]) => client.attachment.add.mutate(sent),
  };

  async function send(sending: Sending): Promise<void> {
    const { upload, file } = sending;
    const stop = new AbortController();
    known.current.set(upload, { sending, stop });
    try {
      const { name } = await inTurn(() => {
        change(upload, { sent: 0, failed: null });
        return sendFile(
          sending,
          {
            sendPiece: (sent) => carrier.sendPiece({ ...place, ...sent }),
            add: (sent) => carrier.add({ ...place, ...sent }),
          },
          { signal: stop.signal, onArrived: (sent) => change(upload, { sent }) },
        );
      });
      await onAdded(name);
      forget(upload);
    } catch (error) {
      if (stop.signal.aborted) {
        forget(upload);
        onStopped(file.name);
      } else change(upload, { failed: { why: whyOf(error), mayGoOn: dataOf(error) === undefined } });
    }
  }

  function whyOf(error: unknown): string {
    if (!(error instanceof NotSent)) return answerOf(error, language).text;
    return error.why === 'unreadable' ? words.unreadable : error.why[language];
  }

  return {
    shown,
    add(files: readonly File[]): void {
      for (const file of files) {
        const sending = { upload: newId(), file, arrived: 0 };
        setShown((all) => [...all, { upload: sending.upload, name: file.name, size: file.size, sent: null, failed: null }]);
        void send(sending);
      }
    },
    goOn(upload: string): void {
      const one = known.current.get(upload);
      if (one) void send(one.sending);
    },
    stop: (upload: string) => known.current.get(upload)?.stop.abort(),
    forget,
  };
}
