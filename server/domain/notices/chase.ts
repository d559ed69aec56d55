import type { Sentence } from '../sentence';

/** What the office may add to the sentence that a unit is chased with, in characters. */
export const maxChaseWords = 100;

/** Whoever was chased less than so long ago is chased again only by somebody who was told so. */
const againAfterMs = 24 * 3_600_000;

export function isChasedJustNow(chasedAt: Date, now: Date): boolean {
  return now.getTime() - chasedAt.getTime() < againAfterMs;
}

/** 一百二十件, as a figure is written in words; 一一核对 and 千万 are none. */
const inWords = /[〇零一二两三四五六七八九十百千万亿]{2,}[余多]?[件条项宗份元起次个户人]/u;
/** 还差九件: one counted word for what the form counts. 有一件事, 每一件, 一条一条 and 第三条 count nothing. */
const inOneWord = /(?<![第每件条宗])[零一二两三四五六七八九十百千万亿][余多]?[件条宗](?![事一])/u;
/** What nobody sees, between two signs of a figure or an address as well. */
const unseen = /[\p{Cc}\p{Cf}]/gu;
/** A mail program makes a link of `example.cn` alone, also where it is written in wide letters. */
const bareAddress = /[a-z0-9-]+\.[a-z]{2,}/iu;

/**
 * What of the office's own words goes out: one line, its spaces put together, without what nobody sees. It is sent by mail, past servers that are not ours, so it holds no figure,
 * in whatever signs or words, and no address that somebody could follow.
 *
 * @returns the words; or, in a sentence, why they cannot be sent
 */
export function readChaseWords(text: string): { words: string } | { refused: Sentence } {
  const words = text.replace(/\s+/gu, ' ').replace(unseen, '').trim();
  if ([...words].length > maxChaseWords)
    return { refused: { zh: `补充的话最多 ${maxChaseWords} 个字。`, en: `The added words may have ${maxChaseWords} characters at most.` } };
  if (/\p{N}/u.test(words) || inWords.test(words) || inOneWord.test(words))
    return {
      refused: {
        zh: '补充的话里不能有数字：它随邮件发出。期限由系统写在前面。',
        en: 'The added words may hold no figure: they are sent by mail. The last day stands in front of them.',
      },
    };
  if (/:\/\/|www\.|@/iu.test(words) || bareAddress.test(words.normalize('NFKC')))
    return {
      refused: {
        zh: '补充的话里不能有网址或邮箱：链接由系统写在后面。',
        en: 'The added words may hold no address: the link stands behind them.',
      },
    };
  return { words };
}

/** A unit in the list that is pasted into a group chat. */
export interface ChasedLine {
  unitName: string;
  dueOn: string;
  daysOverdue: number;
  /** Names of its clerks; none: nobody can be chased there. */
  clerks: readonly string[];
}

/** The list as text for a group chat, where everybody reads it: unit, quarter, last day, whom to speak to; no telephone number, no figure of a filing. */
export function chaseText(period: string, today: string, lines: readonly ChasedLine[]): string {
  return [
    `${period}尚未报送的单位（截至 ${today}，共 ${lines.length} 个）`,
    ...lines.map((line, at) => {
      const late = line.daysOverdue > 0 ? `，逾期 ${line.daysOverdue} 天` : '';
      return `${at + 1}. ${line.unitName}，期限 ${line.dueOn}${late}，联系人：${line.clerks.join('、') || '没有填报员'}`;
    }),
  ].join('\n');
}
