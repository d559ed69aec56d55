const practiceMark = ' 练习';

/** How an event names the quarter it is about; what happens in practice says so wherever the log is read. */
export function quarterPeriod({ year, quarter, isPractice }: { year: number; quarter: number; isPractice: boolean }): string {
  return `${year}Q${quarter}${isPractice ? practiceMark : ''}`;
}

/** Whether an event is about practice: it counts nowhere and is told to nobody. */
export function isPracticePeriod(period: string | null): boolean {
  return period?.endsWith(practiceMark) ?? false;
}
