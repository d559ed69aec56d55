import { isOver } from '../deadlines';
import type { Day } from '../periods';
import type { Sentence } from '../sentence';

/** overdue: nothing was answered and the day is over. none: the unit said 本年无此项. */
export type ContributionState = 'open' | 'overdue' | 'answered' | 'none' | 'withdrawn';

export interface ContributionAnswer {
  /** As printed, with its unit: `96.5%`, `12场次`; empty where the question has none. */
  number: string;
  /** Where the number can be looked up. */
  evidence: string;
  /** What may go into the text. */
  sentence: string;
}

export const maxCharacters = { question: 500, number: 60, evidence: 500, sentence: 800 } as const;

export function contributionState(
  request: { dueOn: Day; isAnswered: boolean; isWithdrawn: boolean; sentence: string | null },
  today: Day,
): ContributionState {
  if (request.isWithdrawn) return 'withdrawn';
  if (request.isAnswered) return request.sentence === null ? 'none' : 'answered';
  return isOver(request.dueOn, today) ? 'overdue' : 'open';
}

/** What is wrong with an answer; null when it may be given. */
export function answerFault(answer: ContributionAnswer): Sentence | null {
  for (const [part, most] of Object.entries(maxCharacters)) {
    if (part === 'question') continue;
    const length = [...answer[part as keyof ContributionAnswer].trim()].length;
    if (length > most)
      return {
        zh: `“${partNames[part as keyof ContributionAnswer].zh}”写了 ${length} 个字，最多 ${most} 个字。请缩短后再答复。`,
        en: `The ${partNames[part as keyof ContributionAnswer].en} has ${length} characters; at most ${most} fit. Please shorten it.`,
      };
  }
  if (answer.sentence.trim() === '')
    return {
      zh: '还没有写可以放进年报的句子。写一句话即可；本年没有这项工作的，请点“本年无此项”。',
      en: 'The sentence for the report is missing. One sentence will do; if there was nothing this year, say so with the other button.',
    };
  if (answer.number.trim() !== '' && answer.evidence.trim() === '')
    return {
      zh: '填了数字，还没有写依据。请写明数字从哪里查得到（台账、系统、文件）。',
      en: 'There is a number without evidence. Say where it can be looked up: a register, a system, a document.',
    };
  return null;
}

/** Whether the number of an answer stands in its sentence, blanks and full-width digits aside; a number left empty does. */
export function isNumberStated({ number, sentence }: Pick<ContributionAnswer, 'number' | 'sentence'>): boolean {
  const bare = (text: string) => text.normalize('NFKC').replace(/[\s,]/g, '');
  return bare(sentence).includes(bare(number));
}

const partNames: Record<keyof ContributionAnswer, Sentence> = {
  number: { zh: '数字', en: 'number' },
  evidence: { zh: '依据', en: 'evidence' },
  sentence: { zh: '句子', en: 'sentence' },
};
