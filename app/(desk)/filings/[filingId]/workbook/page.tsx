import { load } from '@/app/caller';
import { toSignIn } from '@/app/to-sign-in';
import { WritingWords } from '@/components/messages/writing-words';
import { WorkbookPage } from '@/components/workbook/workbook-page';

/** A unit's quarter as a workbook, out and in. */
export default async function WorkbookAddress({ params }: { params: Promise<{ filingId: string }> }) {
  const { filingId } = await params;
  const [form, me] = await load((api) => Promise.all([api.filing.form({ filingId }), api.person.me()]));
  if (!me) return toSignIn();
  return (
    <WritingWords>
      <WorkbookPage form={form} me={{ userId: me.userId }} />
    </WritingWords>
  );
}
