import { describe, expect, it } from 'vitest';
import { aSubject, bookOf } from '../checks/testing/example-subject';
import { type FormatId, getFormat, type RowVariant } from '../formats';
import { proseIn } from '../report/prose-in';
import type { CheckSubject, Texts } from '../subject';
import { publishedReports } from '../testing/published-reports';
import { narrativeChecks, type TypedNumber, typeNumbers } from './index';

interface Published {
  format: string;
  organ: string;
  year: number;
  scope: string;
  figures: Record<string, number | string>;
  texts: Texts;
  about: {
    row_variant?: string;
    breaks: readonly string[];
    numbers_in_text: readonly { phrase: string; value: number; refers_to: string | null }[];
  };
}

describe.each(Object.entries(publishedReports))('the phrases of %s', (_name, report) => {
  const published = report as unknown as Published;
  const subject = subjectOf(published);
  const { breaks, numbers_in_text: phrases } = published.about;

  it('are typed as the transcriber typed them', () => {
    const numbers = typeNumbers(subject);
    for (const { phrase, value, refers_to } of phrases.filter(({ phrase }) => !phrase.includes('…') || phrase.startsWith('另有'))) {
      const typed = numberIn(subject, numbers, phrase, value);
      if (!typed) continue;
      if (refers_to === null || /^const:\d+\+/.test(refers_to)) expect(typed.type, phrase).toMatch(/local|part/);
      else if (refers_to.startsWith('const:')) expect(typed.type, phrase).toBe('derived');
      else expect(typed.type, phrase).toBe('statutory');
    }
  });

  it('give findings exactly where the print is wrong', () => {
    const places = narrativeChecks.flatMap((check) =>
      check.appliesTo(subject) ? check.run(subject).findings.map((finding) => `${check.id} ${finding.place?.snippet}`) : [],
    );
    const expected = breaks.filter((one) => one.startsWith('N-EXPR:')).map((one) => one.slice('N-EXPR:'.length));
    expect(places.map((place) => place.replace(/^\S+ /, '')).sort()).toEqual(
      [...expected].sort().map((phrase) => expect.stringMatching(endOf(phrase))),
    );
  });
});

it('a reading with lost cells is ruled out by the cells that are known: 258+12+1+1+3 = 275 at the least', () => {
  const subject = subjectOf(publishedReports.shanghaiOffice2019 as unknown as Published);
  const messages = narrativeChecks.flatMap((check) => check.run(subject).findings.map((finding) => finding.message));
  const granted = messages.find(({ zh }) => zh.includes('予以公开及部分公开258件'));
  expect(granted?.zh).toContain('“（一）予以公开+（二）部分公开”（总计列）已知部分不少于 275。请把 258件 改为不少于 275的实际数');
  expect(messages.some(({ zh }) => zh.includes('= ≥'))).toBe(false);
});

/** The place may leave out the words in front of the statement: 共 of 共受理…. */
function endOf(phrase: string): RegExp {
  return new RegExp(`^${phrase.replace(/^共/, '共?').replace(/[（）()]/g, '[（）()]')}$`);
}

function numberIn(subject: CheckSubject, numbers: readonly TypedNumber[], phrase: string, value: number): TypedNumber | undefined {
  const head = phrase.split('…')[0] ?? phrase;
  return numbers.find((number) => {
    const text = proseIn(subject)[number.text] ?? '';
    const at = text.indexOf(head);
    return at >= 0 && number.start >= at && number.end <= at + phrase.length + 6 && asNumber(number) === value;
  });
}

function asNumber({ value }: TypedNumber): number {
  return value ? value.unscaled / 10 ** value.decimals : Number.NaN;
}

function subjectOf(published: Published): CheckSubject {
  const format = getFormat(published.format as FormatId, published.about.row_variant as RowVariant | undefined);
  return aSubject({
    format,
    organ: published.organ,
    year: published.year,
    scope: published.scope as CheckSubject['scope'],
    figures: bookOf(format, published.figures),
    texts: published.texts,
  });
}
