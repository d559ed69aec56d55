import { dayAt } from '@/server/domain/periods';

/** A moment in the office's time: `2026-10-15 14:03`. Server and browser write the same, wherever they stand. */
export function momentText(at: string): string {
  if (at === '') return '';
  const moment = new Date(at);
  return `${dayAt(moment)} ${new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`;
}

export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{momentText(at)}</time>;
}
