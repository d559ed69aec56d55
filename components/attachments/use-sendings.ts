'use client';

import type { AttachmentPlace } from '@/server/domain/attachments/attachment';
import { useValue } from '../filing-form/store/value';
import { useLanguage } from '../messages/messages-provider';
import type { AttachmentMessages } from '../messages/zh';
import { answerOf } from '../shell/answer';
import { dataOf, useTRPCClient } from '../trpc-client';
import { newId } from '../ui/new-id';
import { inTurn, NotSent, sendFile } from './send-file';
import { placeKey, type ShownSending, sendings, type Way } from './sendings';

/**
 * The files that a person sends to one thing, one after the other. They outlive the panel that shows them.
 *
 * @param together what else of this kind has its files here, so what is sent to it is shown here too
 */
export function useSendings(
  place: AttachmentPlace,
  { words, together }: { words: AttachmentMessages; together: readonly string[] },
): { shown: readonly ShownSending[]; add: (files: readonly File[]) => void } {
  const client = useTRPCClient();
  const language = useLanguage();
  const all = useValue(sendings.shown);

  function wayOf(upload: string, file: File): Way {
    const sending = { upload, file, arrived: 0 };
    const carrier = {
      sendPiece: (sent: Parameters<typeof client.attachment.sendPiece.mutate>[0]) => client.attachment.sendPiece.mutate(sent),
      add: (sent: Parameters<typeof client.attachment.add.mutate>[0]) => client.attachment.add.mutate(sent),
    };
    return {
      send: ({ signal, onTurn, onArrived }) =>
        inTurn(() => {
          onTurn();
          return sendFile(
            sending,
            {
              sendPiece: (sent) => carrier.sendPiece({ ...place, ...sent }),
              add: (sent) => carrier.add({ ...place, ...sent }),
            },
            { signal, onArrived },
          );
        }),
      failureOf: (error) => ({ why: whyOf(error), mayGoOn: dataOf(error) === undefined }),
    };
  }

  function whyOf(error: unknown): string {
    if (!(error instanceof NotSent)) return answerOf(error, language).text;
    return error.why === 'unreadable' ? words.unreadable : error.why[language];
  }

  return {
    shown: all.filter((one) => together.some((aboutId) => one.place === placeKey({ ...place, aboutId }))),
    add(files) {
      for (const file of files) {
        const upload = newId();
        void sendings.start(place, { upload, name: file.name, size: file.size }, wayOf(upload, file));
      }
    },
  };
}
