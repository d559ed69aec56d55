import type { Metadata } from 'next';
import { cache } from 'react';
import { load } from '@/app/caller';
import { titled } from '@/app/titled';
import { WritingWords } from '@/components/messages/writing-words';
import { NothingSubmitted } from '@/components/review/nothing-submitted';
import { SentSubmission } from '@/components/review/sent-submission';
import { textForPage } from '@/server/domain/wire';

const reviewOf = cache((filingId: string) => load((api) => api.review.submission({ filingId })));

export function generateMetadata({ params }: { params: Promise<{ filingId: string }> }): Promise<Metadata> {
  return titled(async ({ common }) => {
    const form = (await reviewOf((await params).filingId))?.form;
    return form ? `${common.nav.review} · ${form.unitName} ${common.period(form.year, form.quarter)}` : common.nav.review;
  });
}

/** One submission before its reviewer, or before anybody who may read it. */
export default async function SubmissionPage({ params }: { params: Promise<{ filingId: string }> }) {
  const { filingId } = await params;
  const [review, place] = await Promise.all([reviewOf(filingId), load((api) => api.review.place({ filingId }))]);
  if (!review) return <NothingSubmitted />;
  return (
    <WritingWords>
      <SentSubmission key={`${filingId} ${review.number}`} sent={textForPage({ review, place })} />
    </WritingWords>
  );
}
