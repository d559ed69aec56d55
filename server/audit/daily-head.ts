import { eventHead, type Reader } from '@/db/store';
import { headLine } from './head-line';

const aDay = 24 * 60 * 60_000;

/**
 * Tells the head of the log now and once a day, for as long as the process runs: where the process' lines are collected on another machine, a
 * head is kept every day that the owner of this one cannot take back. Mail to the auditor comes with what sends mail.
 *
 * @param of.tell gets a line that `audit verify --head` reads back, and the same as fields
 * @returns stops it
 */
export function tellHeadDaily(of: {
  read: Reader;
  now: () => Date;
  tell: (line: string, fields: object) => void;
  /** Told when the log cannot be read; the next day it is tried again. */
  failed: (error: unknown) => void;
}): () => void {
  const once = async () => {
    try {
      const { text, json } = headLine(await eventHead(of.read), of.now());
      of.tell(text, json);
    } catch (error) {
      of.failed(error);
    }
  };
  void once();
  const timer = setInterval(() => void once(), aDay);
  // Nobody waits for tomorrow's line to end the process.
  timer.unref();
  return () => clearInterval(timer);
}
