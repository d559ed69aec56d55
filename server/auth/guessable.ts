import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import { pinyin } from 'pinyin-pro';

/** Who sets a password: what a guesser would try first. */
export interface PasswordOwner {
  username: string;
  name: string;
  /** Names of the person's units and of the government. */
  unitNames: readonly string[];
}

/** Words that a guesser of this system tries with every office, and what people in China like to use. */
const wordsOfTheTrade = [
  'nianbao, niandubaogao, zhengwu, zhengwugongkai, gongkai, xinxi, xinxigongkai, zwgk, xxgk, zfxxgk, zhengfu, renminzhengfu, bangongshi',
  'jiedao, office, admin, guanliyuan, shenhe, mima, woaini, woaizhongguo, zhongguo, 1314, 5201314, 520, 8888, 6666',
]
  .join(', ')
  .split(', ');
const years = Array.from({ length: 40 }, (_, index) => String(2008 + index));
/** Longer runs of a name are found by their parts. */
const longestRun = 5;

const estimator = new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });

/** How many tries a guesser needs who knows the lists and the owner, as a power of ten. */
export function guessesOf(password: string, { username, name, unitNames }: PasswordOwner): number {
  const names = [name, ...unitNames];
  return estimator.check(password, [username, ...names, ...names.flatMap(runsOf), ...wordsOfTheTrade, ...years]).guessesLog10;
}

/** 湘湖区 is typed as xianghuqu, xianghu, xhq. */
function runsOf(name: string): string[] {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed' });
  const starts = syllables.map((syllable) => syllable.charAt(0)).join('');
  const runs = syllables.flatMap((_, from) =>
    Array.from({ length: longestRun - 1 }, (__, more) => syllables.slice(from, from + more + 2).join('')),
  );
  return [...new Set([starts, ...runs])].filter((run) => run.length > 2);
}
