import type { Sentence } from '../sentence';
import type { AnalysedText } from './analyse';
import type { Claim, Tried } from './claim';
import { placeOf, saidIn } from './place';
import { isSlipOf } from './slip';

/**
 * What is said, what it should be, where that stands, and what to write: the number itself wherever one is surely meant, each of the
 * numbers it may be where the words leave more than one open. The clause is quoted.
 */
export function claimMessage(text: AnalysedText, claim: Claim): Sentence {
  const said = saidIn(text.key);
  const quote = quoteOf(text, claim);
  if (claim.counterpart) return movedMessage(text, claim, claim.counterpart);
  if (claim.cells.length > 0) return tableMessage(said, quote, claim);
  if (claim.rule === 'n-pct' || claim.rule === 'n-yoy') return recomputedMessage(said, quote, claim);
  return claim.key === undefined ? sumMessage(said, quote, claim) : contradictionMessage(said, quote, claim);
}

/** How many readings a sentence can hold before nobody reads it. */
const maxShown = 4;

function tableMessage(said: Sentence, quote: string, claim: Claim): Sentence {
  const open = openReadings(claim);
  const writes = open.flatMap(({ write }) => write ?? []);
  const told = inLanguages((language) =>
    open.map((reading) => `${reading.where?.[language] ?? reading[language]}${verbs[language](reading)}`),
  );
  const isNone = claim.stated === '无';
  const instead = isNone ? '' : ` instead of ${claim.stated}`;
  const what = isNone ? '写明 ' : `把 ${claim.stated} 改为 `;
  const bound = open.map(({ value }) => value ?? '').find(isBound);
  const act =
    writes.length > 0
      ? { zh: `请${writes.length > 1 ? '按所指的数' : ''}${what}${writes.join(' 或 ')}`, en: `Write ${writes.join(' or ')}${instead}` }
      : { zh: `请${what.trimEnd()}${boundSaid.zh(bound)}的实际数`, en: `Write the true number, ${boundSaid.en(bound)},${instead}` };
  return {
    zh: `${said.zh}“${quote}”，${told.zh.join('，')}。${act.zh}；${said.zh}无误的，更正表格。`,
    en: `The ${said.en} says "${quote}"; ${told.en.join(', ')}. ${act.en}, or put the table right.`,
  };
}

const boundSaid = {
  zh: (value = '') => `${value.startsWith('≥') ? '不少于' : '不多于'} ${value.slice(1)}`,
  en: (value = '') => `${value.startsWith('≥') ? 'at least' : 'at most'} ${value.slice(1)}`,
};
const verbs = {
  // A total as printed, and as its parts add up.
  zh: ({ value }: Tried) =>
    isBound(value) ? `已知部分${boundSaid.zh(value ?? '')}` : `为 ${value?.replace(/ \/ (.+)$/, '（各项相加为 $1）')}`,
  en: ({ value }: Tried) =>
    isBound(value) ? ` gives ${boundSaid.en(value ?? '')}` : ` has ${value?.replace(/ \/ (.+)$/, ' (its parts add up to $1)')}`,
};

/** Of readings that come to the same, the first. Where the number is one slip of a key away from one of them alone, that one is meant; else the plain ones. */
function openReadings({ tried, at, stated }: Claim): Tried[] {
  const known = tried.filter(({ value }, index) => value !== null && tried.findIndex((other) => other.value === value) === index);
  const number = Number(/^\d+/.exec(stated)?.[0]);
  const near = at === undefined ? [] : known.filter(({ value }) => /^\d{2,}$/.test(value ?? '') && isSlipOf(number, Number(value)));
  const plain = known.filter(({ isLoose }) => !isLoose);
  if (near.length === 1) return near;
  return (plain.length > 0 ? plain : known).slice(0, maxShown);
}

function isBound(value: string | null | undefined): boolean {
  return /^[≥≤]/.test(value ?? '');
}

function movedMessage(text: AnalysedText, claim: Claim, other: Claim): Sentence {
  const said = saidIn(text.key);
  const both = [claim, other].map((one) => ({ quote: quoteOf(text, one), reading: openReadings(one)[0] }));
  const quotes = both.map(({ quote }) => quote);
  const told = inLanguages((language) =>
    both.flatMap(({ reading }) => (reading ? `${reading.where?.[language] ?? reading[language]}${verbs[language](reading)}` : [])),
  );
  const writes = both.flatMap(({ reading }) => reading?.write ?? []);
  return {
    zh: `${said.zh}“${quotes.join('”和“')}”像是错了位，一处多的正是另一处少的：${told.zh.join('，')}。请依次改为 ${writes.join('、')}；${said.zh}无误的，更正表格。`,
    en: `In the ${said.en} "${quotes.join('" and "')}" one has too much what the other lacks; ${told.en.join(', ')}. Write ${writes.join(' and ')}, or put the table right.`,
  };
}

function recomputedMessage(said: Sentence, quote: string, { tried, stated, sure }: Claim): Sentence {
  const open = tried.filter(({ value }, index) => value !== null && tried.findIndex((other) => other.value === value) === index);
  const shown = surelyMeant(open, stated).slice(0, maxShown);
  const told = inLanguages((language) => shown.map((reading) => `${reading[language]} = ${reading.value}`));
  if (sure)
    return {
      zh: `${said.zh}“${quote}”重算不符：${told.zh.join('；')}。请把 ${sure.stated} 改为 ${sure.write}，句中的增减即都相符。`,
      en: `The ${said.en} says "${quote}"; recomputed: ${told.en.join('; ')}. Write ${sure.write} instead of ${sure.stated}, and every change in the sentence comes right.`,
    };
  const writes = shown.flatMap(({ write, value }) => write ?? value ?? []);
  const write = { zh: writes.join(' 或 ') || '重算的数', en: writes.join(' or ') || 'what it comes to' };
  return {
    zh: `${said.zh}“${quote}”重算不符：${told.zh.join('；')}。请${writes.length > 1 ? '按所比的数' : ''}改为 ${write.zh}，或核对所依据的数。`,
    en: `The ${said.en} says "${quote}"; recomputed: ${told.en.join('; ')}. Write ${write.en}, or check the numbers it comes from.`,
  };
}

/** A share that is only cut off or rounded the wrong way, or one slip of a key away, shows which whole it was taken of. */
function surelyMeant(open: readonly Tried[], stated: string): readonly Tried[] {
  const digits = /\d+(?:\.\d+)?/;
  const plain = (text: string): number => Number(digits.exec(text)?.[0]?.replace('.', ''));
  const near = open.filter(({ value }) => Math.abs(plain(value ?? '') - plain(stated)) <= 1);
  if (near.length === 1) return near;
  const slips = open.filter(({ value }) => isSlipOf(plain(stated), plain(value ?? '')));
  return slips.length === 1 ? slips : open;
}

function contradictionMessage(said: Sentence, quote: string, { stated, tried: [first] }: Claim): Sentence {
  const value = first?.write ?? first?.value ?? '';
  return {
    zh: `${said.zh}“${quote}”与同一报告的其他文字不一致：${first?.zh} = ${first?.value}。请核实后统一，如把 ${stated} 改为 ${value}。`,
    en: `The ${said.en} says "${quote}", against the words elsewhere in the report: ${first?.en} = ${first?.value}. Find out which is right and make them agree, e.g. ${value} instead of ${stated}.`,
  };
}

function sumMessage(said: Sentence, quote: string, { tried: [first], sum, stated, sure }: Claim): Sentence {
  const { whole = null, parts = [], gap = '', isShort = true } = sum ?? {};
  const told = {
    zh: `${said.zh}“${quote}”的各分项相加 ${first?.zh} = ${first?.value}，总数写 ${stated}。`,
    en: `The parts of "${quote}" in the ${said.en} add up to ${first?.en} = ${first?.value}, the whole says ${stated}.`,
  };
  if (sure)
    return {
      zh: `${told.zh}请把 ${sure.stated} 改为 ${sure.write}，其他的数即都相符。`,
      en: `${told.en} Write ${sure.write} instead of ${sure.stated}, and all others come right.`,
    };
  const zh = [
    ...(whole ? [`把总数 ${whole.stated} 改为 ${whole.write}`] : []),
    ...parts.map((part) => `把分项 ${part.stated} 改为 ${part.write}`),
    ...(parts.length === 0 ? [`在分项中${isShort ? '补上' : '减去'} ${gap}`] : []),
  ];
  const en = [
    ...(whole ? [`write ${whole.write} for the whole`] : []),
    ...parts.map((part) => `write ${part.write} for the part of ${part.stated}`),
    ...(parts.length === 0 ? [`${isShort ? 'add' : 'take'} ${gap} ${isShort ? 'to' : 'from'} the parts`] : []),
  ];
  return {
    zh: `${told.zh}请${zh.join('，或')}。`,
    en: `${told.en} ${capital(en.join(', or '))}.`,
  };
}

function inLanguages(words: (language: 'zh' | 'en') => string[]): Record<'zh' | 'en', string[]> {
  return { zh: words('zh'), en: words('en') };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The longest quotation that is still read. */
const maxQuoted = 60;
const boundary = /[，,；;。：:\n]/;

/** The clause of the number that is doubted, out of the words the claim rests on. */
function quoteOf(text: AnalysedText, { start, end, at, sum }: Claim): string {
  const { text: plain } = text.read.plain;
  // The whole of a list begins with its number; its words stand before.
  let from = sum && at !== undefined ? Math.max(0, at - maxQuoted / 2) : start;
  let to = end;
  if (at !== undefined) {
    for (let place = from; place < at; place += 1) if (boundary.test(plain[place] as string)) from = place + 1;
    for (let place = end - 1; place > at; place -= 1) if (boundary.test(plain[place] as string)) to = place;
    if (!/\p{Script=Han}{2}/u.test(plain.slice(from, to))) from = start;
  }
  const { snippet } = placeOf(text, from, to);
  return snippet.length <= maxQuoted ? snippet : `${snippet.slice(0, maxQuoted / 2)}…${snippet.slice(-maxQuoted / 3)}`;
}
