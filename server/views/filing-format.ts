import { type Filing, findSubmissionsOf, listIndicatorsOf, type Reader, type StoredIndicator } from '@/db/store';
import { type Format, getFormat, type Indicator, withIndicators } from '@/server/domain/formats';
import { readSubmission } from './submission-content';

type Asked = Pick<Filing, 'id' | 'unitId' | 'year' | 'status' | 'submissionNumber'>;

const underWork: ReadonlySet<Filing['status']> = new Set(['open', 'returned']);

/**
 * The local indicators of a filing. While its unit is at work on it: what the office asks of the unit today. Once it is out of
 * the unit's hands: what the submission froze, in the words of that day.
 */
export async function indicatorsOf(reader: Reader, filing: Asked): Promise<readonly Indicator[]> {
  return (await indicatorsOfFilings(reader, [filing])).get(filing.id) ?? [];
}

/** The same of many filings, by filing. */
export async function indicatorsOfFilings(reader: Reader, filings: readonly Asked[]): Promise<Map<string, readonly Indicator[]>> {
  if (filings.length === 0) return new Map();
  const ofYears = await listIndicatorsOf(
    reader,
    filings.map((filing) => filing.year),
  );
  const frozen = await findSubmissionsOf(
    reader,
    filings
      .filter((filing) => ofYears.has(filing.year) && !underWork.has(filing.status))
      .map(({ id, submissionNumber }) => ({ filingId: id, number: submissionNumber })),
  );
  return new Map(
    filings.map((filing): [string, readonly Indicator[]] => {
      if (underWork.has(filing.status))
        return [filing.id, (ofYears.get(filing.year) ?? []).filter((one) => isAskedOf(one, filing.unitId)).map(definitionOf)];
      const submission = frozen.get(filing.id);
      return [filing.id, submission ? indicatorsIn(submission.content) : []];
    }),
  );
}

/** The form of one filing: the year's statutory format with the indicators the filing has. */
export async function formatOfFiling(reader: Reader, filing: Asked & Pick<Filing, 'format' | 'rowVariant'>): Promise<Format> {
  return withIndicators(getFormat(filing.format, filing.rowVariant), await indicatorsOf(reader, filing));
}

/** The indicators that a submission froze with its figures. */
export function indicatorsIn(content: string): readonly Indicator[] {
  return readSubmission(content).indicators ?? [];
}

export function isAskedOf({ askedOf, retiredAt }: Pick<StoredIndicator, 'askedOf' | 'retiredAt'>, unitId: string): boolean {
  return retiredAt === null && (askedOf === null || askedOf.includes(unitId));
}

/** What an indicator is, without whom it is asked of. */
export function definitionOf({ key, name, unit, addsUp, overUnits, exactness, definition }: Indicator): Indicator {
  return { key, name, unit, addsUp, overUnits, exactness, definition };
}
