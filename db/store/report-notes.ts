import { asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from './store';

/** What is printed behind a figure. An empty text prints nothing and keeps counting its versions. Notes below tables are texts. */
export interface ReportNote {
  /** A cell id. */
  place: string;
  text: string;
  version: number;
  savedBy: string;
  savedAt: Date;
}

export async function listReportNotes(reader: Reader, reportId: string): Promise<ReportNote[]> {
  const { reportNotes: table } = reader.t;
  const rows = await reader.db.select().from(table).where(eq(table.reportId, reportId)).orderBy(asc(table.place));
  return rows.map(({ reportId: _report, ...note }) => note);
}

export async function upsertReportNote(tx: Tx, reportId: string, note: ReportNote): Promise<void> {
  const { place, ...set } = note;
  await tx.db
    .insert(tx.t.reportNotes)
    .values({ reportId, ...note })
    .onConflictDoUpdate({ target: [tx.t.reportNotes.reportId, tx.t.reportNotes.place], set: { ...set } });
}
