'use client';

import { useMessages } from '../messages/messages-provider';

/**
 * A day written out beside the browser's own date field, which shows it in the order of the machine (04/15 here, 15/04 there).
 * Nothing while the field holds no whole day.
 */
export function DayInWords({ day }: { day: string }) {
  const { common } = useMessages();
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year) return null;
  return <>{common.day(Number(year), Number(month), Number(date), new Date(`${day}T00:00:00Z`).getUTCDay())}</>;
}
