import { type About, counted, type Forms, joined, type Slot, type Statement, say } from '../statement';
import { type Business, business, residuals, severalOf } from '../words/business';
import { opening } from './opening';

interface List {
  of: Business;
  unit: string;
  whole: number;
  parts: { name: string; value: number }[];
}

function aList({ random }: About, { least = 2, rest = false }: { least?: number; rest?: boolean } = {}): List {
  const of = random.pick(business.filter(({ kinds }) => kinds.length >= least));
  const names = severalOf(of.kinds, random.integer(least, Math.max(least, Math.min(of.kinds.length, 7))), random);
  if (rest) names.push(random.pick(residuals));
  const parts = names.map((name) => ({ name, value: random.integer(1, random.pick([9, 60, 400])) }));
  return { of, unit: of.unit, whole: parts.reduce((sum, { value }) => sum + value, 0), parts };
}

interface Style {
  open: string;
  between: string;
  close?: string;
  ofName?: string;
}

function written(
  about: About,
  list: List,
  { open, between, close = '', ofName = '' }: Style,
  slots?: { whole: Slot; parts: Slot[] },
): Statement {
  const { random } = about;
  const whole = slots?.whole ?? counted(list.whole, random);
  const parts = list.parts.map(
    ({ name, value }, at): Statement => say`${name}${ofName}${slots?.parts[at] ?? counted(value, random)}${list.unit}`,
  );
  return say`${opening(about)}${random.pick(list.of.whole)}${whole}${list.unit}${open}${joined(parts, between)}${close}。`;
}

const whole = (styles: readonly Style[], options?: Parameters<typeof aList>[1]) => (about: About) =>
  written(about, aList(about, options), about.random.pick(styles));

const between = ['、', '，', '；'];
const withRest = (open: string, close = ''): Style[] => between.map((mark) => ({ open, between: mark, close }));

/** Lists that are whole: by their word, by a residual, or by the two kinds there are. */
export const listForms: Forms = {
  '，其中 … 其他': whole(
    ['，其中', '，其中：', '，其中，', '。其中，', '。其中', '；其中'].flatMap((open) => withRest(open)),
    { rest: true },
  ),
  '（其中 … 其他）': whole([...withRest('（其中', '）'), ...withRest('（', '）')], { rest: true }),
  '包括 … 其他': whole(
    ['，包括', '，包括：', '，主要包括', '，内容包括', '，具体包括'].flatMap((open) => withRest(open)),
    { rest: true },
  ),
  '涵盖 … 其他': whole(
    ['，涵盖', '，内容涵盖', '，内容涉及', '，涉及'].flatMap((open) => withRest(open)),
    { rest: true },
  ),
  分别为: whole(['，分别为', '，分别是', '，具体为', '，分别为：', '，即'].flatMap((open) => withRest(open))),
  '按 … 分': whole(
    ['，按类型分，', '，从类别看，', '，按内容分：', '，按类别划分，'].flatMap((open) => withRest(open)),
    { rest: true },
  ),
  'with 的': whole([{ open: '，其中', between: '，', ofName: '的' }], { rest: true }),
  'a name that holds a list word': (about) => {
    const list = aList(about, { rest: true });
    const at = about.random.integer(0, list.parts.length - 1);
    const part = list.parts[at];
    if (part) list.parts[at] = { ...part, name: about.random.pick(['公开目录', '公开年报', '公开指南', '主动公开基本目录', '政府公报']) };
    return written(about, list, about.random.pick([...withRest('，其中'), ...withRest('，包括')]));
  },
  'the rest before its number': (about) => {
    const list = aList(about, { rest: false });
    const rest = about.random.integer(1, 40);
    const parts = list.parts.map(({ name, value }): Statement => say`${name}${counted(value, about.random)}${list.unit}`);
    return say`${opening(about)}${about.random.pick(list.of.whole)}${counted(list.whole + rest, about.random)}${list.unit}，其中${joined(parts, '、')}，其余${counted(rest, about.random)}${list.unit}为${about.random.pick(['日常动态', '一般信息', '常规内容'])}。`;
  },
  'two kinds there are': (about) => {
    const { random } = about;
    const [noun, unit, one, other] = random.pick([
      ['办理人大代表建议和政协提案', '件', '人大代表建议', '政协提案'],
      ['办理建议提案', '件', '主办', '会办'],
      ['公开建议提案答复', '件', '人大建议', '政协提案'],
      ['举办培训', '场', '线上', '线下'],
    ] as const);
    const [first, second] = [random.integer(1, 60), random.integer(1, 60)];
    return say`${opening(about)}${noun}${counted(first + second, random)}${unit}，其中${one}${counted(first, random)}${unit}，${other}${counted(second, random)}${unit}。`;
  },
  'parts that exceed their whole': (about) => {
    const list = aList(about, { least: 3 });
    const tooMuch = list.parts.map(({ value }): Slot => counted(value, about.random, { only: (slip) => slip > value }));
    return written(about, list, about.random.pick([...withRest('，其中'), ...withRest('，包括')]), {
      whole: { right: String(list.whole), wrong: [] },
      parts: tooMuch,
    });
  },
  'a part larger than its whole': (about) => {
    const { random } = about;
    const list = aList(about);
    const part = list.parts[0];
    if (!part) return null;
    const larger: Slot = { right: String(part.value), wrong: [list.whole + 1, list.whole * 2, list.whole + 10].map(String) };
    return say`${opening(about)}${random.pick(list.of.whole)}${String(list.whole)}${list.unit}${random.pick(['，其中', '，其中，', '。其中', '。其中，'])}${part.name}${larger}${list.unit}。`;
  },
  'a list in a list': (about) => {
    const { random } = about;
    const list = aList(about, { rest: true });
    const [first, ...others] = list.parts;
    if (!first) return null;
    const inner = Math.max(1, Math.floor(first.value / 2));
    const parts = others.map(({ name, value }): Statement => say`${name}${counted(value, random)}${list.unit}`);
    return say`${opening(about)}${random.pick(list.of.whole)}${counted(list.whole, random)}${list.unit}，其中${first.name}${counted(first.value, random, { only: (slip) => slip >= inner })}${list.unit}（含图文${String(inner)}${list.unit}）、${joined(parts, '、')}。`;
  },
};
