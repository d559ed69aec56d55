import type { Check, CheckResult } from '../../checks/check';
import { readChineseNumeral } from '../../figures';
import { hasProse } from '../../report/prose-in';
import type { Sentence } from '../../sentence';
import type { Severity } from '../../subject';
import { analyse } from '../analyse';
import { placeOf } from '../place';

const number = '(?:\\d{1,2}|[〇零一二三四五六七八九十]{1,3})';
const year = '((?:19|20)\\d{2}|[一二][〇零○一二三四五六七八九]{3})年';
const before = '(?<![\\d.〇零一二三四五六七八九十百千万第个])';
const noMonth = '(?!龄|嫂|费|租|薪|供|票|均|活动)';
const day = `(?:${year})?${before}(${number})月${noMonth}(?:(${number})(?:日|号(?!文|令|楼|院|线|弄|室)))?`;
const dated = new RegExp(day, 'g');
const numeric = /(?<![\d.／/-])((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?![\d./-])/g;
const span = new RegExp(`${day}(?:起)?(?:至|到|[—–~～－-]{1,2})${day}`, 'g');
/** Words by which a span runs into the next year on purpose. */
const overTheYear = /每年|次年|翌年|来年|下一?年|跨年|第二年|历年|常年/;
/** `18月` by itself may be meant for 18 months. */
const saysADate = /(?:年|至|到|[—–~～－、和及-])$/;

interface Found {
  start: number;
  end: number;
  weighsAs?: Severity;
  message: Sentence;
}

export const nDate: Check = {
  id: 'n-date',
  sentence: {
    zh: '正文里的日期都存在，起止日期先后不颠倒。',
    en: 'The dates in a text exist, and no period ends before it begins.',
  },
  severity: 'must_fix',
  weighsOtherwise: [
    {
      severity: 'confirm',
      when: {
        zh: '可能另有所指：没有写年份的起止（也许跨年）、单独的“18月”（也许是18个月）、没有写年份的2月29日。',
        en: 'perhaps something else is meant: a period with no year may run into the next, 18月 alone may be 18 months, 29 February stands without its year.',
      },
      example: { title: 'a span of months with no year', texts: { '1': '11月至3月开展集中清理。' } },
    },
  ],
  source: 'GB/T 7408.1—2023《日期和时间　信息交换表示法》；发布前三审三校',
  appliesTo: hasProse,
  run: (subject) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    for (const text of analyse(subject)) {
      const found = [...impossibleDates(text.read.plain.text, subject.year), ...spansBackwards(text.read.plain.text)];
      if (found.length === 0) result.passed += 1;
      for (const { start, end, message, weighsAs } of found) {
        const place = placeOf(text, start, end);
        result.findings.push({
          cells: [],
          place,
          left: place.snippet,
          right: null,
          difference: null,
          message,
          ...(weighsAs ? { weighsAs } : {}),
        });
      }
    }
    return result;
  },
  examples: {
    passing: {
      title: 'a leap day, a span within the year, one over the turn of the year',
      texts: { '1': '2024年2月29日启动，3月5日至12月1日开展，2024年11月15日至2025年3月15日供暖。历时13个月。' },
    },
    failing: { title: '30 February', texts: { '1': '截至2月30日受理完毕。' } },
    blank: { title: 'no text', verdict: 'not_applied' },
  },
};

function impossibleDates(plain: string, reportYear: number): Found[] {
  const found: Found[] = [];
  for (const match of plain.matchAll(dated)) {
    const [said, saidYear, saidMonth, saidDay] = match;
    const month = read(saidMonth);
    const value = saidDay === undefined ? null : read(saidDay);
    if (month === null) continue;
    const start = match.index;
    const end = start + said.length;
    const around = plain.slice(Math.max(0, start - 2), start);
    if (month < 1 || month > 12) {
      const isDate =
        saidYear !== undefined ||
        value !== null ||
        saysADate.test(around) ||
        /^(?:份|底|初|末|[—–~～－至到-])/.test(plain.slice(end, end + 1));
      found.push({
        start,
        end,
        ...(isDate ? {} : { weighsAs: 'confirm' as const }),
        message: noSuch(said, `${month}月`, `month ${month}`),
      });
      continue;
    }
    if (value === null) continue;
    const inYear = saidYear === undefined ? null : read(saidYear);
    const days = daysIn(month, inYear);
    if (value >= 1 && value <= days) {
      // 29 February with no year said: of the year the report is on.
      if (month === 2 && value === 29 && inYear === null && daysIn(2, reportYear) < 29)
        found.push({ start, end, weighsAs: 'confirm', message: noSuch(said, `${reportYear}年2月29日`, `29 February ${reportYear}`) });
      continue;
    }
    found.push({ start, end, message: noSuch(said, `${month}月${value}日`, `day ${value} in month ${month}`, days) });
  }
  for (const match of plain.matchAll(numeric)) {
    const [said, saidYear, , saidMonth, saidDay] = match;
    const [inYear, month, value] = [Number(saidYear), Number(saidMonth), Number(saidDay)];
    if (month >= 1 && month <= 12 && value >= 1 && value <= daysIn(month, inYear)) continue;
    found.push({ start: match.index, end: match.index + said.length, message: noSuch(said, said, said) });
  }
  return found;
}

/** An end without a year is in the year of its beginning. Where neither has one the writer may mean two years, and is asked. */
function spansBackwards(plain: string): Found[] {
  return [...plain.matchAll(span)].flatMap((match): Found[] => {
    const [said, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = match;
    const [startMonth, endMonth] = [read(fromMonth), read(toMonth)];
    if (startMonth === null || endMonth === null || startMonth > 12 || endMonth > 12) return [];
    const startYear = read(fromYear) ?? 0;
    const endYear = read(toYear) ?? startYear;
    if (fromYear === undefined && toYear !== undefined) return [];
    const order = endYear - startYear || endMonth - startMonth || (fromDay && toDay ? (read(toDay) ?? 0) - (read(fromDay) ?? 0) : 0);
    const start = match.index;
    if (order >= 0 || overTheYear.test(`${plain.slice(Math.max(0, start - 12), start)}${said}`)) return [];
    const wholeDays = fromDay !== undefined && toDay !== undefined;
    const isSure = fromYear !== undefined || (wholeDays && !(startMonth >= 9 && endMonth <= 4));
    return [
      {
        start,
        end: start + said.length,
        ...(isSure ? {} : { weighsAs: 'confirm' as const }),
        message: {
          zh: `“${said}”的截止早于开始。请把起止日期对调或改正；跨年的写明年份。`,
          en: `"${said}" ends before it begins. Exchange its ends or mend one; write the year where it runs into the next.`,
        },
      },
    ];
  });
}

/** What there is instead: the days of the month, or the months of the year. */
function noSuch(said: string, zh: string, en: string, days?: number): Sentence {
  const there =
    days === undefined
      ? { zh: '请写成有的月、日', en: 'Write a date that exists' }
      : { zh: `该月到 ${days} 日为止，请写成 1 日至 ${days} 日中的一天`, en: `The month ends on day ${days}: write one of its days` };
  return { zh: `“${said}”：没有${zh}这个日期。${there.zh}。`, en: `"${said}": there is no ${en}. ${there.en}.` };
}

/** February has 29 days where no year says otherwise. */
function daysIn(month: number, inYear: number | null): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const isLeap = inYear === null || (inYear % 4 === 0 && inYear % 100 !== 0) || inYear % 400 === 0;
  return isLeap ? 29 : 28;
}

function read(said: string | undefined): number | null {
  if (said === undefined) return null;
  return /^\d+$/.test(said) ? Number(said) : readChineseNumeral(said.replaceAll('○', '〇'));
}
