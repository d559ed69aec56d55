import { city } from './city';
import type { Sample } from './sample';

const marks = '；。，、：）”》！？';
const characters = '按照年度工作要求规范办理流程明确答复时限加强部门协同并对照台账逐项核对';

/** Sentences of every length between 12 and 44 with every mark behind them, with and without more to follow: each line's end is met. */
export const everyLength: Sample = {
  ...city,
  name: 'every-length',
  texts: {
    ...city.texts,
    '1': Array.from({ length: 33 }, (_, index) => characters.slice(0, 12 + index).padEnd(12 + index, characters))
      .flatMap((sentence) => [...marks].map((mark, at) => `${sentence}${mark}${at % 2 === 0 ? `${characters.slice(0, 20)}。` : ''}`))
      .join('\n'),
  },
};
