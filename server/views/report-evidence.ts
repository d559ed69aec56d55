import { type Attachment, listAttachmentsOfOwners, listContributions, type Reader } from '@/db/store';
import type { AttachedTo } from '@/server/domain/attachments';
import type { EditionPart } from './edition-content';

/** A file of evidence by its name and hash; the file itself stays in the office. */
export interface NamedEvidence {
  about: AttachedTo;
  name: string;
  bytes: number;
  sha256: string;
}

/** What an edition, or the draft, was made of. */
export interface MadeOf {
  reportId: string;
  year: number;
  origin: 'assembled' | 'imported';
  parts: readonly Pick<EditionPart, 'filingId'>[];
  /** The units of its list on that day, those that had filed nothing among them. */
  unitIds: readonly string[];
  /** When the edition was finalised; null: a draft, as it stands now. */
  at: Date | null;
}

/**
 * The files behind a report as they stood at a moment: on explanations of the quarters that are in it and of itself, on what its units answered, on its
 * local facts. What was added or taken away later changes nothing, so an edition names the same ones whenever it is asked. A quarter that was still
 * its unit's to change is not in the report, nor are its files. Behind a report that was made elsewhere nothing of ours stands.
 */
export async function reportEvidence(reader: Reader, { reportId, year, origin, parts, unitIds, at }: MadeOf): Promise<NamedEvidence[]> {
  if (origin === 'imported') return [];
  const asked = new Set((await listContributions(reader, { unitIds: [...unitIds], year })).map((request) => request.id));
  const ofParts = parts.map((part) => part.filingId);
  const files: Attachment[] = [
    ...(await listAttachmentsOfOwners(reader, 'filing', ofParts)),
    ...(await listAttachmentsOfOwners(reader, 'report', [reportId])),
    ...(await listAttachmentsOfOwners(reader, 'unit', unitIds)).filter((file) => asked.has(file.aboutId)),
  ];
  return files
    .filter(({ addedAt, removedAt }) => (at === null ? removedAt === null : addedAt <= at && (removedAt === null || removedAt > at)))
    .sort((a, b) => a.addedAt.getTime() - b.addedAt.getTime() || (a.id < b.id ? -1 : 1))
    .map(({ about, name, size, hash }) => ({ about, name, bytes: size, sha256: hash }));
}
