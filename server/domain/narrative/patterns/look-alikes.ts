/**
 * What a reader takes for a digit and a machine does not. A text is written by people, pasted out of PDF and scanned; the
 * scanner's alphabet has to be at least the reader's eye.
 */

/** Letters and signs that look like one digit beside others. Compatibility forms (full-width, mathematical) are folded before they are looked up. */
export const strongLetters: Readonly<Record<string, string>> = {
  ...each('OoΟοОоՕօ◯○', '0'),
  ...each('lI|ІіӀӏΙιıǀ∣ⅼ', '1'),
  ...each('ЗзӠƷ', '3'),
};

/** Those that as often stand for themselves (`S1`, `B2`): a number only before what counts cases, or among several digits. */
export const weakLetters: Readonly<Record<string, string>> = {
  ...each('ZzΖ', '2'),
  ...each('SsЅѕ', '5'),
  ...each('BΒВ', '8'),
  ...each('б', '6'),
};

/** Chinese numerals in other dress: 大写, joined tens. Radicals and compatibility ideographs fold to the plain ones by themselves. */
export const formalNumerals: Readonly<Record<string, string>> = {
  ...each('壹弌壱㇐', '一'),
  ...each('贰貳弍贰弐', '二'),
  ...each('叁叄參弎参', '三'),
  ...each('肆', '四'),
  ...each('伍', '五'),
  ...each('陆陸', '六'),
  ...each('柒', '七'),
  ...each('捌', '八'),
  ...each('玖', '九'),
  ...each('拾', '十'),
  ...each('佰', '百'),
  ...each('仟', '千'),
  ...each('萬', '万'),
  ...each('億', '亿'),
  ...each('兩', '两'),
  廿: '二十',
  卅: '三十',
  卌: '四十',
};

/** 大写 that are words as well: alone they are a number only where no other word is made of them. */
export const wordsToo = '伍陆陸拾參参肆';

/** Round marks that count from 0 or 1, one character a number. */
export const markRows: readonly { first: number; last: number; from: number }[] = [
  { first: 0x24ea, last: 0x24ea, from: 0 },
  { first: 0x24ff, last: 0x24ff, from: 0 },
  { first: 0x2460, last: 0x2473, from: 1 },
  { first: 0x2474, last: 0x2487, from: 1 },
  { first: 0x2488, last: 0x249b, from: 1 },
  { first: 0x24eb, last: 0x24f4, from: 11 },
  { first: 0x24f5, last: 0x24fe, from: 1 },
  { first: 0x2776, last: 0x277f, from: 1 },
  { first: 0x2780, last: 0x2789, from: 1 },
  { first: 0x278a, last: 0x2793, from: 1 },
  { first: 0x3251, last: 0x325f, from: 21 },
  { first: 0x32b1, last: 0x32bf, from: 36 },
  { first: 0x1f100, last: 0x1f100, from: 0 },
  { first: 0x1f101, last: 0x1f10a, from: 0 },
  { first: 0x1f10b, last: 0x1f10c, from: 0 },
];

/** Round or bracketed ideographs: ㈠ ㊀. */
export const hanMarkRows: readonly { first: number; last: number }[] = [
  { first: 0x3220, last: 0x3229 },
  { first: 0x3280, last: 0x3289 },
];

/** Names of the trade that look like a digit beside a letter. */
export const digitNames = /^(?:[OBCGPFS]2[OBCGPS]|[2-8]S|[23]B|B[1-9]|[2-8]s)$/i;

/** What separates thousands to the eye: half-width (plain where all else is), full-width and other commas, apostrophes, thin and wide blanks. */
export const thousandsMarks = ",，﹐､٬،‚’‘'＇`´ʼ˙ \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000";

/** Units that count what the tables count: before them even a lone letter is a digit somebody meant. */
export const strictUnits: ReadonlySet<string> = new Set([
  ...['件', '宗', '起', '件次', '人次', '户次', '条次', '场次', '家次', '批次', '份', '户'],
  ...['%', '‰', '个百分点', '百分点', '元', '万元', '亿元'],
]);

/** What counts cases and nothing else. */
export const caseWords: ReadonlySet<string> = new Set(['件', '宗', '起', '件次', '人次', '户次', '%', '元', '万元', '亿元']);

/** Units that begin or are other words more often than not: only where the phrase ends behind them. */
export const looseUnits: ReadonlySet<string> = new Set([
  ...[
    '分',
    '点',
    '路',
    '单',
    '通',
    '对',
    '字',
    '所',
    '间',
    '块',
    '栏',
    '类',
    '种',
    '组',
    '支',
    '回',
    '版',
    '集',
    '门',
    '节',
    '只',
    '封',
    '本',
    '部',
  ],
  ...[
    '张',
    '页',
    '套',
    '处',
    '台',
    '座',
    '位',
    '款',
    '则',
    '轮',
    '遍',
    '天',
    '米',
    '秒',
    '亩',
    '吨',
    '倍',
    '帖',
    '笔',
    '桩',
    '枚',
    '棵',
    '辆',
    '批',
  ],
]);

/** Words that begin with a unit and are none: `①个人信息`, `②项目`, `③条例`. */
export const notAUnit =
  /^(?:个(?:人|体|性|案|别|税)|项目|条(?:例|件|款|块|线|理)|件(?:数|事)|名(?:单|称|录|义|片|牌)|部(?:门|委|分|署|长|级)|人(?:员|民|大|才|工|力|社|事|口|均|为|防|名|物)|家(?:庭|长|属|访|园|电)|场(?:所|景|地|馆|域|站)|期(?:间|限|刊|满|望)|份额|次(?:要|日|年|月|生|序|性)|户(?:籍|口|外|型|均)|起(?:草|来|步|诉|点|到|始|底)|例(?:如|外|会|行)|篇幅|元(?:素|宇|旦|件)|批(?:复|准|示|次号)|条文)/;

function each(characters: string, meaning: string): Record<string, string> {
  return Object.fromEntries([...characters].map((character) => [character, meaning]));
}
