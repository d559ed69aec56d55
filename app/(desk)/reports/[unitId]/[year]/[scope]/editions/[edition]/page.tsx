import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { load } from '@/app/caller';
import { titled } from '@/app/titled';
import { WritingWords } from '@/components/messages/writing-words';
import { EditionSheet } from '@/components/signing/edition-sheet';
import { editionAsked } from '@/server/api/schemas';
import { readReportKey } from '../../read-report-key';

export function generateMetadata(): Promise<Metadata> {
  return titled(({ signing }) => signing.edition.sheetTitle);
}

/** The sheet that is kept with an edition. */
export default async function EditionSheetAddress({
  params,
}: {
  params: Promise<{ unitId: string; year: string; scope: string; edition: string }>;
}) {
  const { edition, ...named } = await params;
  const key = readReportKey(named);
  const number = editionAsked.from.safeParse(Number(edition));
  if (!key || !number.success) notFound();
  return (
    <WritingWords>
      <EditionSheet page={await load((api) => api.report.editionSheet({ ...key, edition: number.data }))} />
    </WritingWords>
  );
}
