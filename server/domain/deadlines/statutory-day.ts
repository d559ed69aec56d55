import type { Day } from '../periods';
import type { Sentence } from '../sentence';

/** By when the law wants a report of a year to be public. */
export interface StatutoryDay {
  day: Day;
  /** What is due then, and where it is written. */
  says: Sentence;
}

/** @source 《政府信息公开条例》 (2019) 第四十九条: departments and towns by 31 January, the government's own by 31 March */
export function statutoryDays(year: number): readonly [StatutoryDay, StatutoryDay] {
  return [
    {
      day: `${year + 1}-01-31`,
      says: {
        zh: `各部门、乡镇（街道）${year} 年年报的法定公布期限（《政府信息公开条例》第四十九条）`,
        en: `the statutory day for publishing the units' own reports of ${year} (article 49 of the regulation)`,
      },
    },
    {
      day: `${year + 1}-03-31`,
      says: {
        zh: `本级政府 ${year} 年年报的法定公布期限（《政府信息公开条例》第四十九条）`,
        en: `the statutory day for publishing the government's report of ${year} (article 49 of the regulation)`,
      },
    },
  ];
}

/** The latest of the law's days that would be over before this one; null: none. */
export function passedStatutoryDay(year: number, until: Day): StatutoryDay | null {
  return statutoryDays(year).findLast(({ day }) => until > day) ?? null;
}
