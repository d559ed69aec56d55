import { eventHead, latestEvents, type Reader } from '@/db/store';
import { headLine } from './head-line';

const lookEveryMs = 30_000;
const aDayMs = 24 * 60 * 60_000;

/** How the last head went that was to leave this machine; null before the first. */
export type HeadSent = { at: Date; ok: boolean } | null;

/**
 * Sends the head of the log to another machine: when the process starts, once a day, and soon after each finalisation, by whichever process or
 * command that was made. What fails is tried again every half minute.
 *
 * @returns one look, for whoever does not wait for the clock; `last`, how the last one went; `stop`
 */
export function keepHeadsElsewhere(of: {
  read: Reader;
  now: () => Date;
  send: (line: string, at: Date) => Promise<void>;
  failed: (error: unknown) => void;
}): { look: () => Promise<void>; last: () => HeadSent; stop: () => void } {
  let last: HeadSent = null;
  let sent: { at: Date; seq: number } | null = null;
  let isAtIt = false;
  const look = async () => {
    if (isAtIt) return;
    isAtIt = true;
    const at = of.now();
    try {
      if (sent && at.getTime() - sent.at.getTime() < aDayMs && !(await isFinalisedSince(of.read, sent.seq))) return;
      const head = await eventHead(of.read);
      await of.send(headLine(head, at).text, at);
      sent = { at, seq: head.seq };
      last = { at, ok: true };
    } catch (error) {
      // Told when it begins to fail, not every half minute.
      if (last?.ok !== false) of.failed(error);
      last = { at, ok: false };
      sent = null;
    } finally {
      isAtIt = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), lookEveryMs);
  timer.unref();
  return { look, last: () => last, stop: () => clearInterval(timer) };
}

async function isFinalisedSince(read: Reader, seq: number): Promise<boolean> {
  return (await latestEvents(read, { after: seq, kinds: ['report.finalised', 'report.imported'], limit: 1 })).length > 0;
}
