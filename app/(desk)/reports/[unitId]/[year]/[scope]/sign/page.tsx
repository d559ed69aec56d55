import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { load } from '@/app/caller';
import { titled } from '@/app/titled';
import { WritingWords } from '@/components/messages/writing-words';
import { SignReport } from '@/components/signing/sign-page';
import { pack } from '@/server/domain/wire';
import { readReportKey } from '../read-report-key';

export function generateMetadata(): Promise<Metadata> {
  return titled(({ signing }) => signing.title);
}

/** A report before somebody who signs it. */
export default async function SignAddress({ params }: { params: Promise<{ unitId: string; year: string; scope: string }> }) {
  const asked = readReportKey(await params);
  if (!asked) notFound();
  return (
    <WritingWords>
      <SignReport packed={pack(await load((api) => api.report.signPage(asked)))} />
    </WritingWords>
  );
}
