import { timeAt } from '@/server/domain/periods';

/** A moment in the office's time: `2026-10-15 14:03`. Server and browser write the same, wherever they stand. */
export function momentText(at: string): string {
  if (at === '') return '';
  return timeAt(new Date(at));
}

export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{momentText(at)}</time>;
}
