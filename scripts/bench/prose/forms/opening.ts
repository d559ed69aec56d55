import type { About } from '../statement';

/** How a sentence begins: the year, or none; the organ as it calls itself, or nobody. */
export function opening({ random, organ, year }: About): string {
  const time = random.pick([
    `${year}年，`,
    `${year}年度，`,
    '全年',
    '本年度，',
    '本年度',
    `${year}年`,
    '',
    '一年来，',
    `截至${year}年12月31日，`,
  ]);
  return `${time}${random.pick(organ.selves)}`;
}
