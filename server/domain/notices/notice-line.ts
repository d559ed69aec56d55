import type { Sentence } from '../sentence';
import { kindsOfNotice, type NoticeKind } from './notice-kinds';

/** What a notice is about, in the words of the office. */
export interface ToldNotice {
  kind: NoticeKind;
  unitName: string;
  /** `2026Q3` or `2026`; empty for what belongs to none. */
  period: string;
  day: string | null;
  /** What the office wrote to be sent with it. */
  words?: string | null;
}

/** One notice as one line: where, and what. */
export function noticeLine({ kind, unitName, period, day, words }: ToldNotice): Sentence {
  const { zh, en } = kindsOfNotice[kind].words(day);
  const added = words ? { zh: `。${words}`, en: `. ${words}` } : { zh: '', en: '' };
  const when = period === '' ? { zh: unitName, en: unitName } : inPeriod(unitName, period);
  return { zh: `${when.zh}：${zh}${added.zh}`, en: `${when.en}: ${en}${added.en}` };
}

function inPeriod(unitName: string, period: string): Sentence {
  const { zh, en } = periodWords(period);
  return { zh: `${unitName} ${zh}`, en: `${unitName}, ${en}` };
}

const ofQuarter = ['', '第一季度', '第二季度', '第三季度', '第四季度'];

export function periodWords(period: string): Sentence {
  const [year = '', quarter] = period.split('Q');
  if (quarter === undefined) return { zh: `${year} 年`, en: year };
  return { zh: `${year} 年${ofQuarter[Number(quarter)] ?? ''}`, en: `Q${quarter} ${year}` };
}
