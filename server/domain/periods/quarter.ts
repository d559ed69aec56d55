export const quarters = [1, 2, 3, 4] as const;
export type Quarter = (typeof quarters)[number];

/** A calendar day without a time, `2026-10-15`, in the office's time zone (Asia/Shanghai). */
export type Day = string;

export function isQuarter(value: number): value is Quarter {
  return value === 1 || value === 2 || value === 3 || value === 4;
}

/** A quarter's figures are due on the 15th of the month after it; a deployment may set another day. @source a township rule of 2024, see the room's README */
export function usualDueDay(year: number, quarter: Quarter): Day {
  const month = quarter === 4 ? 1 : quarter * 3 + 1;
  return `${quarter === 4 ? year + 1 : year}-${String(month).padStart(2, '0')}-15`;
}

/** The first day of the quarter. */
export function firstDay(year: number, quarter: Quarter): Day {
  return `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
}

/** The last day of the quarter. */
export function lastDay(year: number, quarter: Quarter): Day {
  return ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`)[quarter - 1] as Day;
}

/** The day it is in Shanghai at a moment. */
export function dayAt(moment: Date): Day {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** A moment in Shanghai: `2026-10-15 14:03`. */
export function timeAt(moment: Date): string {
  return `${dayAt(moment)} ${new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`;
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The day that comes so many days after. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export interface Period {
  year: number;
  quarter: Quarter;
}

/** The quarter a day lies in. */
export function periodOf(day: Day): Period {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return { year: Number(day.slice(0, 4)), quarter: isQuarter(quarter) ? quarter : 4 };
}

export function nextPeriod({ year, quarter }: Period): Period {
  return quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: (quarter + 1) as Quarter };
}

/** Whether a quarter ends with this day: the only days on which books can be closed, because figures are filed by quarter. */
export function isQuarterEnd(day: Day): boolean {
  const { year, quarter } = periodOf(day);
  return day === lastDay(year, quarter);
}
