import { findEdition, findReport, type Reader } from '@/db/store';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';
import { requireReadableReport } from '@/server/views/access';
import { type EditionContent, type EditionSignature, readEdition } from '@/server/views/edition-content';
import { findEditionHead } from '@/server/views/edition-head';
import { personNames } from '@/server/views/person-names';
import { type ReportWay, wayOfEdition } from '@/server/views/report-way';

/** 定稿单: what is kept on paper beside an edition, so that a stranger can check it and the log behind it. */
export interface EditionSheetPage extends ReportKey {
  organ: string;
  number: number;
  origin: 'assembled' | 'imported';
  hash: string;
  finalisedBy: string;
  finalisedAt: string;
  packVersion: string;
  corrects: EditionContent['corrects'] | null;
  signatures: readonly EditionSignature[];
  /** How its numbers came to be printed, as the edition keeps it. */
  way: ReportWay;
  /** The link of the event log in which it was finalised: kept on paper, it shows whether the log was cut or rewritten since. */
  head: { seq: number; hash: string } | null;
}

/** @throws Refused not_found, invalid (no such edition) */
export async function loadEditionSheet(reader: Reader, actor: Actor, asked: ReportKey & { edition: number }): Promise<EditionSheetPage> {
  const key = { unitId: asked.unitId, year: asked.year, scope: asked.scope };
  await requireReadableReport(reader, actor, key);
  const report = await findReport(reader, key.unitId, key.year, key.scope);
  const edition = report && (await findEdition(reader, report.id, asked.edition));
  if (!edition)
    throw new Refused('invalid', {
      zh: `没有第 ${asked.edition} 版。请从年报的版本列表进入。`,
      en: `There is no edition ${asked.edition}. Come from the list of editions of the report.`,
    });
  const content = readEdition(edition.content);
  const { organ, packVersion, corrects = null, signatures = [] } = content;
  const finalised = { by: (await personNames(reader))(edition.finalisedBy), at: edition.finalisedAt.toISOString() };
  return {
    ...key,
    organ,
    number: edition.number,
    origin: edition.origin,
    hash: edition.hash,
    finalisedBy: finalised.by,
    finalisedAt: finalised.at,
    packVersion,
    corrects,
    signatures,
    way: wayOfEdition(content, { number: edition.number, ...finalised }),
    head: await findEditionHead(reader, edition),
  };
}
