import type { Sentence } from '../sentence';
import { kindsOfNotice, type NoticeKind } from './notice-kinds';

/** What a notice is about, in the words of the office. */
export interface ToldNotice {
  kind: NoticeKind;
  unitName: string;
  /** `2026Q3` or `2026`. */
  period: string;
  day: string | null;
}

/** One notice as one line: where, and what. */
export function noticeLine({ kind, unitName, period, day }: ToldNotice): Sentence {
  const when = periodWords(period);
  const { zh, en } = kindsOfNotice[kind].words(day);
  return { zh: `${unitName} ${when.zh}：${zh}`, en: `${unitName}, ${when.en}: ${en}` };
}

const ofQuarter = ['', '第一季度', '第二季度', '第三季度', '第四季度'];

export function periodWords(period: string): Sentence {
  const [year = '', quarter] = period.split('Q');
  if (quarter === undefined) return { zh: `${year} 年`, en: year };
  return { zh: `${year} 年${ofQuarter[Number(quarter)] ?? ''}`, en: `Q${quarter} ${year}` };
}
