import { type Filing, findFilingsOf, findSubmissionsOf, quarterKey, type Reader } from '@/db/store';
import { type FigureBook, withComputed } from '@/server/domain/figures';
import { getFormat, withIndicators } from '@/server/domain/formats';
import { isSent } from '@/server/domain/workflow';
import { quarterBefore } from './filing-view';
import { readSubmission } from './submission-content';

/**
 * What some quarters say, by filing, for whoever looks at them from another one: each as its unit submitted it, with what was declared and carried
 * in, in the format it had. A quarter that is with its unit says nothing yet, whatever is typed there.
 */
export async function loadSentBooks(reader: Reader, filings: readonly Filing[]): Promise<Map<string, FigureBook>> {
  const asked = filings.filter((filing) => isSent(filing.status));
  const submissions = await findSubmissionsOf(
    reader,
    asked.map(({ id, submissionNumber }) => ({ filingId: id, number: submissionNumber })),
  );
  return new Map(
    asked.flatMap((filing): [string, FigureBook][] => {
      const submission = submissions.get(filing.id);
      if (!submission) return [];
      const { figures, indicators = [] } = readSubmission(submission.content);
      return [
        [
          filing.id,
          withComputed(withIndicators(getFormat(filing.format, filing.rowVariant), indicators), new Map(Object.entries(figures))),
        ],
      ];
    }),
  );
}

/** The quarters that a person compares one with, as their unit submitted them; an empty one was not, or is with its unit again. */
export interface BesideQuarters {
  lastQuarter: FigureBook;
  sameQuarterLastYear: FigureBook;
}

export async function loadBesideQuarters(reader: Reader, { unitId, year, quarter }: Filing): Promise<BesideQuarters> {
  const before = quarterBefore({ unitId, year, quarter });
  const yearBefore = { unitId, year: year - 1, quarter };
  const others = await findFilingsOf(reader, [before, yearBefore]);
  const books = await loadSentBooks(reader, [...others.values()]);
  const bookOf = (of: typeof before) => books.get(others.get(quarterKey(of))?.id ?? '') ?? new Map();
  return { lastQuarter: bookOf(before), sameQuarterLastYear: bookOf(yearBefore) };
}
