import { numberAt } from '@/server/domain/figures';
import { type About, counted, type Forms, type Slot, say } from '../statement';
import { business } from '../words/business';
import { opening } from './opening';

interface Told {
  noun: string;
  unit: string;
  now: number;
  base: number;
}

/** Something that was counted in both years: a cell of both tables, or a business of the office's own. */
function told({ random, figures, lastYear }: About): Told | null {
  if (random.chance(0.5)) {
    const { whole, unit } = random.pick(business);
    const base = random.integer(10, 900);
    const now = Math.max(1, Math.round(base * (0.4 + 1.4 * random.next())));
    return now === base ? null : { noun: random.pick(whole), unit, now, base };
  }
  const now = numberAt(figures, 's3.new_received.total');
  const base = lastYear ? numberAt(lastYear, 's3.new_received.total') : random.integer(10, 900);
  if (!now || !base || now === base) return null;
  return { noun: random.pick(['收到政府信息公开申请', '受理依申请公开', '新收政府信息公开申请']), unit: '件', now, base };
}

/** What the sentence counts, and such slips of it as move the rate by more than rounding hides. */
function year(it: Told, which: 'now' | 'base', random: About['random']): Slot {
  const signed = ({ now, base }: Told) => (100 * (now - base)) / base;
  return counted(it[which], random, { only: (slip) => Math.abs(signed({ ...it, [which]: slip }) - signed(it)) > 1.01 });
}

function rate({ now, base }: Told, random: About['random']): Slot {
  const exact = (100 * Math.abs(now - base)) / base;
  const digits = random.integer(0, 2);
  const right = exact.toFixed(digits);
  const wrong = [exact + 2 + random.integer(0, 20), exact * 2 + 3, exact > 12 ? exact - 5 : exact + 7].map((slip) => slip.toFixed(digits));
  return { right, wrong };
}

function direction({ now, base }: Told, random: About['random']): Slot {
  const [up, down] = random.pick([
    ['增长', '下降'],
    ['增加', '减少'],
    ['上升', '下降'],
    ['提高', '降低'],
  ] as const);
  return now > base ? { right: up, wrong: [down] } : { right: down, wrong: [up] };
}

type Write = (told: Told, about: About) => ReturnType<typeof say>;
const of = (write: Write) => (about: About) => {
  const known = told(about);
  return known && say`${opening(about)}${write(known, about)}。`;
};
const last = ({ random, year }: About) => random.pick([`${year - 1}年`, '上年', '去年', '上年度', `${year - 1}年度`, '上一年度']);

/** Growth whose base stands in the sentence. */
export const growthForms: Forms = {
  'base in brackets': of((it, about) => {
    const { random } = about;
    return say`${it.noun}${year(it, 'now', random)}${it.unit}，${random.pick(['比', '较', '同比', '相比'])}${last(about)}（${year(it, 'base', random)}${it.unit}）${direction(it, random)}${rate(it, random)}%`;
  }),
  'base with 的': of((it, about) => {
    const { random } = about;
    return say`${it.noun}${year(it, 'now', random)}${it.unit}，${random.pick(['比', '较'])}${last(about)}的${year(it, 'base', random)}${it.unit}${direction(it, random)}${rate(it, random)}%`;
  }),
  'base after': of((it, about) => {
    const { random } = about;
    return say`${it.noun}${year(it, 'now', random)}${it.unit}，同比${direction(it, random)}${rate(it, random)}%（${last(about)}${random.pick(['为', ''])}${year(it, 'base', random)}${it.unit}）`;
  }),
  'base first': of((it, about) => {
    const { random } = about;
    return say`${it.noun}由${last(about)}的${year(it, 'base', random)}${it.unit}${it.now > it.base ? '增至' : '降至'}${year(it, 'now', random)}${it.unit}，${direction(it, random)}${rate(it, random)}%`;
  }),
  'more or fewer by': of((it, about) => {
    const { random } = about;
    return say`${it.noun}${counted(it.now, random)}${it.unit}，${random.pick(['比', '较'])}${last(about)}（${counted(it.base, random)}${it.unit}）${direction(it, random)}${counted(Math.abs(it.now - it.base), random)}${it.unit}`;
  }),
  'both, in 件 and in %': of((it, about) => {
    const { random } = about;
    return say`${it.noun}${year(it, 'now', random)}${it.unit}，${random.pick(['比', '较'])}${last(about)}${String(it.base)}${it.unit}${direction(it, random)}${String(Math.abs(it.now - it.base))}${it.unit}，${it.now > it.base ? '增幅' : '降幅'}${random.pick(['', '为', '达'])}${rate(it, random)}%`;
  }),
  'last year compared with': of((it, about) => {
    const { random } = about;
    return say`${it.noun}${year(it, 'now', random)}${it.unit}，${random.pick(['与', '同'])}${last(about)}${year(it, 'base', random)}${it.unit}相比${direction(it, random)}${rate(it, random)}%`;
  }),
  'the same as last year': (about) => {
    const { random } = about;
    const { whole, unit } = random.pick(business);
    const same = random.integer(5, 400);
    const off = () => counted(same, random, { only: (slip) => Math.abs(slip - same) > same * 0.05 });
    return say`${opening(about)}${random.pick(whole)}${off()}${unit}，与${last(about)}（${off()}${unit}）持平。`;
  },
  doubled: (about) => {
    const { random } = about;
    const { whole, unit } = random.pick(business);
    const base = random.integer(5, 300);
    const off = (value: number) => counted(value, random, { only: (slip) => Math.abs(slip - value) > value * 0.2 });
    return say`${opening(about)}${random.pick(whole)}${off(base * 2)}${unit}，${random.pick(['比', '较'])}${last(about)}（${off(base)}${unit}）翻了一番。`;
  },
};
