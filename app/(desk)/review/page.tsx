import type { Metadata } from 'next';
import { Announcements } from '@/app/announcements';
import { load } from '@/app/caller';
import { titled } from '@/app/titled';
import { WritingWords } from '@/components/messages/writing-words';
import { askedQueue } from '@/components/review/queue-address';
import { ReviewQueue } from '@/components/review/review-queue';
import { askedPage, askedSearch } from '@/components/shell/list-address';
import { ReportsToSign } from '@/components/signing/reports-to-sign';
import { signedBeside } from '@/components/signing/sign-address';
import { dayAt } from '@/server/domain/periods';

export function generateMetadata(): Promise<Metadata> {
  return titled(({ common }) => common.nav.review);
}

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** What waits for a reviewer, the odd ones first. */
export default async function ReviewPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const { queue, toSign, me } = await load(async (api) => ({
    queue: await api.review.queue({
      search: askedSearch(asked.search),
      ...askedQueue(asked),
      page: askedPage(asked.page),
      exceptionPage: askedPage(asked.exceptions),
      practicePage: askedPage(asked.practice),
      practiceExceptionPage: askedPage(asked.practised),
    }),
    toSign: (await api.report.toSign()).filter((report) => report.mine !== null),
    me: await api.person.me(),
  }));
  return (
    <WritingWords>
      <Announcements />
      {toSign.length > 0 && <ReportsToSign reports={toSign.slice(0, signedBeside)} of={toSign.length} />}
      <ReviewQueue
        {...queue}
        asked={{ search: queue.search, kind: queue.kind, quarter: queue.quarter, only: queue.only }}
        today={dayAt(new Date())}
        isReviewer={me?.posts.some((post) => post.role === 'reviewer' || post.role === 'admin') ?? false}
      />
    </WritingWords>
  );
}
