import { type Attachment, findUnit, listAttachmentsOfOwners, listContributions, listFilings, type Reader } from '@/db/store';
import type { AttachedTo } from '@/server/domain/attachments';
import type { ReportKey } from '@/server/domain/subject';
import { reportUnits } from './report-units';

/** A file of evidence by its name and hash; the file itself stays in the office. */
export interface NamedEvidence {
  about: AttachedTo;
  name: string;
  bytes: number;
  sha256: string;
}

/**
 * The files behind a report as they stood at a moment: on explanations of its units' quarters and of itself, on what its units answered, on its
 * local facts. What was added or taken away later changes nothing, so an edition names the same ones whenever it is asked.
 *
 * @param at when the edition was finalised; null: now
 */
export async function reportEvidence(reader: Reader, key: ReportKey, reportId: string, at: Date | null): Promise<NamedEvidence[]> {
  const unit = await findUnit(reader, key.unitId);
  if (!unit) return [];
  const unitIds = (await reportUnits(reader, unit, key)).map((one) => one.id);
  const filings = await listFilings(reader, { unitIds, year: key.year });
  const asked = new Set((await listContributions(reader, { unitIds, year: key.year })).map((request) => request.id));
  const ofFilings = filings.map((filing) => filing.id);
  const files: Attachment[] = [
    ...(await listAttachmentsOfOwners(reader, 'filing', ofFilings)),
    ...(await listAttachmentsOfOwners(reader, 'report', [reportId])),
    ...(await listAttachmentsOfOwners(reader, 'unit', unitIds)).filter((file) => asked.has(file.aboutId)),
  ];
  return files
    .filter(({ addedAt, removedAt }) => (at === null ? removedAt === null : addedAt <= at && (removedAt === null || removedAt > at)))
    .sort((a, b) => a.addedAt.getTime() - b.addedAt.getTime() || (a.id < b.id ? -1 : 1))
    .map(({ about, name, size, hash }) => ({ about, name, bytes: size, sha256: hash }));
}
