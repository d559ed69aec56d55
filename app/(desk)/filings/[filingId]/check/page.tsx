import { load } from '@/app/caller';
import { toSignIn } from '@/app/to-sign-in';
import { CheckPage } from '@/components/filing-form/check/check-page';
import { WritingWords } from '@/components/messages/writing-words';
import { dayAt } from '@/server/domain/periods';

/** The last look before a quarter is submitted, and what became of it afterwards. */
export default async function CheckAddress({ params }: { params: Promise<{ filingId: string }> }) {
  const { filingId } = await params;
  const [form, { obstacles }, submission, me] = await load((api) =>
    Promise.all([api.filing.form({ filingId }), api.filing.obstacles({ filingId }), api.review.submission({ filingId }), api.person.me()]),
  );
  if (!me) return toSignIn();
  const before = submission ? { number: submission.number, figures: { ...submission.figures } } : null;
  return (
    <WritingWords>
      <CheckPage form={form} obstacles={obstacles} before={before} me={{ userId: me.userId }} today={dayAt(new Date())} />
    </WritingWords>
  );
}
