import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { formOf } from '@/app/form-of';
import { titled } from '@/app/titled';
import { toSignIn } from '@/app/to-sign-in';
import { SentCheckPage } from '@/components/filing-form/check/sent-check-page';
import { WritingWords } from '@/components/messages/writing-words';
import { dayAt } from '@/server/domain/periods';
import { textForPage } from '@/server/domain/wire';

export function generateMetadata({ params }: { params: Promise<{ filingId: string }> }): Promise<Metadata> {
  return titled(async ({ clerk, common }) => {
    const form = await formOf((await params).filingId);
    return `${form.unitName} ${clerk.check.title(common.period(form.year, form.quarter))}`;
  });
}

/** The last look before a quarter is submitted, and what became of it afterwards. */
export default async function CheckAddress({ params }: { params: Promise<{ filingId: string }> }) {
  const { filingId } = await params;
  const [form, [{ obstacles }, submission, me]] = await Promise.all([
    formOf(filingId),
    load((api) => Promise.all([api.filing.obstacles({ filingId }), api.review.submission({ filingId }), api.person.me()])),
  ]);
  if (!me) return toSignIn();
  const before = submission ? { number: submission.number, figures: { ...submission.figures } } : null;
  return (
    <WritingWords>
      <SentCheckPage sent={textForPage({ form, obstacles, before })} me={{ userId: me.userId }} today={dayAt(new Date())} />
    </WritingWords>
  );
}
