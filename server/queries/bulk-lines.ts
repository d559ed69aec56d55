import { type Filing, findFilings, findFilingsOf, findSubmissionsOf, listExplanationsOf, quarterKey, type Reader } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { type FigureBook, withComputed } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { can } from '@/server/domain/permissions';
import type { Sentence } from '@/server/domain/sentence';
import { type MeasureKey, quarterGlance } from '@/server/domain/trends';
import { explanationsOf, isAnswered } from '@/server/domain/workflow';
import type { Actor } from '@/server/views/access';
import { withNames } from '@/server/views/person-names';
import { loadSentBooks } from '@/server/views/sent-books';
import { readSubmission } from '@/server/views/submission-content';
import { loadSubmissionFindings } from '@/server/views/submission-findings';

/** What a submission holds, in one line, before it is approved with others. */
export interface BulkLine {
  filingId: string;
  /** Measures above 0 in it or in the same quarter of last year; in cases or 分. Null is not known. */
  sums: readonly { measure: MeasureKey; now: number | null; yearAgo: number | null }[];
  /** Each is read and said yes to for itself. */
  explained: readonly { id: string; rule: string; finding: Sentence; text: string; writtenBy: string }[];
  /** Findings of now that nobody has answered: such a submission is opened, and not approved with others. */
  open: number;
}

/** The lines of those that the person may approve; the others have none. */
export async function loadBulkLines(
  reader: Reader,
  actor: Actor,
  filingIds: readonly string[],
  overlay: Overlay | null,
): Promise<BulkLine[]> {
  const filings = [...(await findFilings(reader, [...filingIds])).values()].filter(
    ({ unitPath, status }) => can(actor.posts, 'filing.approve', { unitPath, status }) === 'allowed',
  );
  const ids = filings.map((filing) => filing.id);
  const sent = await findSubmissionsOf(
    reader,
    filings.map((filing) => ({ filingId: filing.id, number: filing.submissionNumber })),
  );
  const yearAgo = await booksYearAgo(reader, filings);
  const explanations = await listExplanationsOf(reader, 'filing', ids);
  const findings = await loadSubmissionFindings(reader, filings, overlay);
  return withNames(reader, (nameOf) =>
    filings.flatMap((filing): BulkLine[] => {
      const submission = sent.get(filing.id);
      if (!submission) return [];
      const own = explanations.get(filing.id) ?? [];
      const found = findings.get(filing.id) ?? [];
      const format = getFormat(filing.format, filing.rowVariant);
      const now = withComputed(format, new Map(Object.entries(readSubmission(submission.content).figures)));
      const { lines } = quarterGlance(format, { now, lastQuarter: new Map(), sameQuarterLastYear: yearAgo.get(filing.id) ?? new Map() });
      return [
        {
          filingId: filing.id,
          sums: lines.map((line) => ({ measure: line.measure, now: line.now, yearAgo: line.sameQuarterLastYear })),
          explained: found.flatMap((finding) =>
            finding.severity === 'hint'
              ? []
              : explanationsOf(finding, own)
                  .slice(0, 1)
                  .map((said) => ({
                    id: said.id,
                    rule: finding.rule,
                    finding: finding.message,
                    text: said.text,
                    writtenBy: nameOf(said.writtenBy),
                  })),
          ),
          open: found.filter((finding) => !isAnswered(finding, own)).length,
        },
      ];
    }),
  );
}

/** The same quarters of last year as they were submitted, by the filing that is looked at; a unit that submitted none then is absent. */
async function booksYearAgo(reader: Reader, filings: readonly Filing[]): Promise<Map<string, FigureBook>> {
  const yearBefore = ({ unitId, year, quarter }: Filing) => ({ unitId, year: year - 1, quarter });
  const before = await findFilingsOf(reader, filings.map(yearBefore));
  const books = await loadSentBooks(reader, [...before.values()]);
  return new Map(
    filings.flatMap((filing): [string, FigureBook][] => {
      const book = books.get(before.get(quarterKey(yearBefore(filing)))?.id ?? '');
      return book ? [[filing.id, book]] : [];
    }),
  );
}
