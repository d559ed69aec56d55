import { describe, expect, it } from 'vitest';
import { aSubject } from '../checks/testing/example-subject';
import { seededRandom } from '../seeded-random';
import { printDecimal } from './decimal';
import { typeNumbers } from './index';
import { nDate } from './rules/n-date';
import { nDigits } from './rules/n-digits';
import { sInvisible } from './rules/s-invisible';

/**
 * The oracle is the generator: it knows the number it hid, by tables of its own, and shares nothing with the scanner.
 */
const { next: random, pick } = seededRandom(20_261_130);
const upTo = (count: number): number => Math.floor(random() * count);

const hanDigits = [...'零一二三四五六七八九'];
const zeros = [...'OoОоΟο〇○Ｏｏ'];
const ones = [...'lI|ІӀｌＩ｜'];
const others: Readonly<Record<string, readonly string[]>> = { '2': ['Z', 'Ｚ'], '3': ['З'], '5': ['S', 'Ѕ', 'Ｓ'], '8': ['B', 'В'] };
const scripts = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x17e0, 0x1040, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6];
const circled = (digit: number): string =>
  digit === 0 ? pick(['⓪', '⓿']) : String.fromCodePoint(pick([0x245f, 0x2775, 0x277f, 0x2789, 0x24f4]) + digit);
const bracketed = (digit: number): string => (digit === 0 ? '⓪' : String.fromCodePoint(pick([0x2473, 0x2487]) + digit));
const superscripts = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];
const subscripts = [...'₀₁₂₃₄₅₆₇₈₉'];
const unseen = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u200e',
  '\u202c',
  '\u2066',
  '\u034f',
  '\u3164',
  '\ufe0f',
  '\u{e0031}',
];

function inHan(value: number): string {
  const names = ['', '十', '百', '千'];
  let said = '';
  const digits = String(value);
  [...digits].forEach((digit, index) => {
    const place = digits.length - 1 - index;
    if (digit !== '0') said += `${hanDigits[Number(digit)]}${names[place]}`;
    else if (!said.endsWith('零')) said += '零';
  });
  return said.replace(/零+$/, '').replace(/^一十/, '十');
}

const formal: Readonly<Record<string, readonly string[]>> = {
  零: ['零'],
  一: ['壹'],
  二: ['贰', '貳'],
  三: ['叁', '參'],
  四: ['肆'],
  五: ['伍'],
  六: ['陆', '陸'],
  七: ['柒'],
  八: ['捌'],
  九: ['玖'],
  十: ['拾'],
  百: ['佰'],
  千: ['仟'],
};
/** Kangxi radicals that look like a numeral. */
const radicals: Readonly<Record<string, string>> = { 一: '⼀', 二: '⼆', 八: '⼋', 十: '⼗' };

type Dress = (value: number) => string | null;
const one = (digits: string, change: (digit: string) => string | null): string | null => {
  const places = [...digits].flatMap((digit, index) => (change(digit) === null ? [] : [index]));
  if (places.length === 0) return null;
  const at = pick(places);
  return [...digits].map((digit, index) => (index === at || (places.includes(index) && random() < 0.3) ? change(digit) : digit)).join('');
};
const dresses: Readonly<Record<string, Dress>> = {
  zero: (value) => one(String(value), (digit) => (digit === '0' ? pick(zeros) : null)),
  one: (value) => (value < 10 ? null : keptOne(one(String(value), (digit) => (digit === '1' ? pick(ones) : null)))),
  letters: (value) => (value < 100 ? null : keptOne(one(String(value), (digit) => (others[digit] ? pick(others[digit]) : null)))),
  script: (value) => {
    const first = pick(scripts);
    return [...String(value)].map((digit) => String.fromCodePoint(first + Number(digit))).join('');
  },
  someOfScript: (value) => one(String(value), (digit) => String.fromCodePoint(pick(scripts) + Number(digit))),
  circled: (value) => (value < 10 || /^12/.test(String(value)) ? null : [...String(value)].map((digit) => circled(Number(digit))).join('')),
  bracketed: (value) => (value < 100 ? null : [...String(value)].map((digit) => bracketed(Number(digit))).join('')),
  oneMark: (value) =>
    value >= 10 && value <= 50 ? String.fromCodePoint(value <= 20 ? 0x245f + value : value <= 35 ? 0x323c + value : 0x328d + value) : null,
  superscript: (value) => (value < 10 ? null : [...String(value)].map((digit) => superscripts[Number(digit)]).join('')),
  subscript: (value) => (value < 10 ? null : [...String(value)].map((digit) => subscripts[Number(digit)]).join('')),
  formal: (value) => (value === 1 ? null : [...inHan(value)].map((numeral) => pick(formal[numeral] ?? [numeral])).join('')),
  someFormal: (value) =>
    value < 20 ? null : one(inHan(value), (numeral) => (formal[numeral] && numeral !== '零' ? pick(formal[numeral]) : null)),
  radical: (value) => (value === 1 ? null : one(inHan(value), (numeral) => radicals[numeral] ?? null)),
  hanZero: (value) => (inHan(value).includes('零') ? inHan(value).replaceAll('零', pick(['○', 'O', 'О'])) : null),
  thousands: (value) =>
    value < 1000 ? null : `${Math.floor(value / 1000)}${pick(['，', '﹐', '’', '\u2009', '\u3000', '\u00a0'])}${String(value).slice(-3)}`,
  unseen: (value) => {
    if (value < 10) return null;
    const said = String(value);
    const at = 1 + upTo(said.length - 1);
    return `${said.slice(0, at)}${pick(unseen)}${said.slice(at)}`;
  },
  hanInside: (value) => (value < 100 ? null : String(value).replace(/(?<=\d)[1-9](?=\d)/, (digit) => hanDigits[Number(digit)] as string)),
};

/** At least one digit stays, else nobody would know a number. */
function keptOne(said: string | null): string | null {
  return said !== null && /\d/.test(said) && said !== null ? said : null;
}

const leads = ['全年收到政府信息公开申请', '受理', '共办结', '主动公开', '其中予以公开', '答复申请', '累计处理', '发布信息', '接待群众'];
const units = ['件', '件', '件', '宗', '条', '份', '人次', '项', '个', '次', '户', '场次'];
const tails = ['。', '，均按期答复。', '；', '，其中网络申请占多数。', '', '（含结转）。', '、来信若干。'];

interface Sample {
  dress: string;
  text: string;
  value: number;
  hidden: string;
}

function samples(count: number): Sample[] {
  const all: Sample[] = [];
  const names = Object.keys(dresses);
  for (let index = 0; all.length < count; index += 1) {
    const dress = names[index % names.length] as string;
    const value = pick([upTo(9) + 1, upTo(90) + 10, upTo(900) + 100, upTo(9000) + 1000, 105, 150, 157, 110, 2030]);
    const hidden = dresses[dress]?.(value) ?? null;
    if (hidden === null || hidden === String(value) || hidden === inHan(value)) continue;
    all.push({ dress, value, hidden, text: `${pick(leads)}${hidden}${pick(['', '', '', ' '])}${pick(units)}${pick(tails)}` });
  }
  return all;
}

describe('a number in disguise', () => {
  it('is found and read in 3,000 ways of hiding it', () => {
    const wrong = samples(3000).flatMap(({ dress, text, value, hidden }) => {
      const subject = aSubject({ texts: { '1': text } });
      const { findings } = nDigits.run(subject);
      const read = typeNumbers(subject).filter((number) => number.type !== 'literal' && number.unit !== null);
      const values = read.map((number) => number.value && printDecimal(number.value));
      return findings.length === 1 && values.length === 1 && values[0] === String(value)
        ? []
        : [`${dress} ${value} ${hidden}: ${text} -> ${findings.length} ${values}`];
    });
    expect(wrong.slice(0, 40), `${wrong.length} wrong`).toEqual([]);
  });
});

const number = (): number => upTo(9000) + 1;
const things = ['受理申请', '答复', '发布信息', '培训人员', '制发文件', '接听电话', '走访企业'];
const works = [
  '加强组织领导',
  '推进平台建设',
  '个人信息保护',
  '项目公开',
  '条例宣传',
  '人员培训',
  '家庭医生签约',
  '件件有回音',
  '部门联动',
  '场景应用',
  '名单公示',
  '户籍办理',
  '次序规范',
  '期刊发放',
  '份额公示',
  '例会制度',
];
const right: readonly (() => string)[] = [
  () => `①${pick(works)}；②${pick(works)}；③${pick(works)}。`,
  () => `一是①${pick(works)}，②${pick(works)}。`,
  () => `⑴${pick(works)}；⑵${pick(works)}。`,
  () => `主要做法：①${pick(things)}${number()}件；②${pick(things)}${number()}条。`,
  () => `⒈${pick(works)}\n⒉${pick(works)}`,
  () => `㈠${pick(works)}。㈡${pick(works)}。`,
  () => `❶${pick(works)}❷${pick(works)}`,
  () => `建成5G基站${number()}个、4S店${number()}家，开展O2O项目${number()}项、B2B个性化服务。`,
  () => `印制A4宣传页${number()}份、B5手册${number()}本，路线S20、G15、地铁1号线。`,
  () =>
    `按照${pick(['政', '沪府', '国办', '京政'])}${pick(['发', '办发', '函'])}〔${2000 + upTo(26)}〕${upTo(99) + 1}号${pick(['文件', '', '通知'])}，${pick(things)}${number()}件。`,
  () => `${2000 + upTo(26)}年${upTo(12) + 1}月${upTo(28) + 1}日至12月31日，${pick(things)}${number()}${pick(['件', '条', '次'])}。`,
  () => `自${upTo(3) + 1}月${upTo(28) + 1}日至${upTo(9) + 4}月${upTo(28) + 1}日，历时${upTo(30) + 1}个月。`,
  () => `二〇二${pick([...hanDigits].slice(1))}年，${pick(things)}${inHan(number())}件。`,
  () => `${pick(things)}${number().toLocaleString('en-US')}件，同比增长${upTo(99)}.${upTo(99)}%。`,
  () => `${pick(things)}分别为${upTo(9) + 1}，${100 + upTo(800)}件。`,
  () => `详见附件${upTo(9) + 1}，${100 + upTo(800)}件均已公开。`,
  () => `${pick(things)}${inHan(number())}件，第${pick(hanDigits.slice(1))}批${upTo(90) + 1}件。`,
  () => `干部队伍个个过硬，登陆次数下降，收拾起来；陆家嘴街道${number()}户。`,
  () => `人民币壹佰万元整；联系电话021-6${1000000 + upTo(8999999)}，I类、II类、Ⅲ级事项。`,
  () => `O型血、PM2.5、CO2减排、H5页面${number()}个、APP${upTo(9) + 1}.0版，Windows 10系统。`,
  () => `受理 ${number()} 件，收到 ８３ 件，公开“12345”工单${number()}件。`,
  () => `面积${upTo(900) + 100}m²、${upTo(900) + 100}㎡，气温${upTo(40)}℃，第①项、前款第②条。`,
  () => `类别|件数\n受理|${number()}件|\n办结|${number()}件|`,
  () => `依据《条例》第二十条第（${pick(hanDigits.slice(1))}）项，${number()}个工作日内，1—6月${pick(things)}1.2万次、3万5千户。`,
];

describe('the disguises people met', () => {
  it.each([
    ['收到申请15O件。', 150],
    ['收到申请①⑤⑦件。', 157],
    ['收到申请壹佰件。', 100],
    ['收到申请l57件。', 157],
    ['收到申请⼀百五十件。', 150],
    ['收到申请9，999件。', 9999],
    ['收到申请99\u200b9件。', 999],
    ['收到申请1 5 7件。', 157],
    ['收到申请—百五十件。', 150],
    ['收到申请1百5十件。', 150],
    ['收到申请l,5OO件。', 1500],
    ['收到申请1\ufe0f\u20e35\ufe0f\u20e3件。', 15],
  ])('%s', (text, value) => {
    const subject = aSubject({ texts: { '1': text } });
    expect(nDigits.run(subject).findings).toHaveLength(1);
    expect(typeNumbers(subject).map((number) => number.value && printDecimal(number.value))).toEqual([String(value)]);
  });
});

describe('a text in which nothing is disguised', () => {
  it('stays silent: 3,000 of list marks, names, document numbers, dates and plain numbers', () => {
    const wrong: string[] = [];
    for (let index = 0; index < 3000; index += 1) {
      const text = Array.from({ length: 1 + upTo(2) }, (_, at) => (right[(index + at * 7) % right.length] as () => string)()).join('\n');
      const subject = aSubject({ texts: { '1': text } });
      for (const rule of [nDigits, nDate, sInvisible])
        for (const { message } of rule.run(subject).findings) wrong.push(`${rule.id}: ${text} -> ${message.zh}`);
    }
    expect(wrong.slice(0, 40), `${wrong.length} wrong`).toEqual([]);
  });
});
