import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { formOf } from '@/app/form-of';
import { titled } from '@/app/titled';
import { toSignIn } from '@/app/to-sign-in';
import { WritingWords } from '@/components/messages/writing-words';
import { WorkbookPage } from '@/components/workbook/workbook-page';

export function generateMetadata({ params }: { params: Promise<{ filingId: string }> }): Promise<Metadata> {
  return titled(async ({ common, workbook }) => {
    const form = await formOf((await params).filingId);
    return `${form.unitName} ${workbook.title(common.period(form.year, form.quarter))}`;
  });
}

/** A unit's quarter as a workbook, out and in. */
export default async function WorkbookAddress({ params }: { params: Promise<{ filingId: string }> }) {
  const { filingId } = await params;
  const [form, me] = await Promise.all([formOf(filingId), load((api) => api.person.me())]);
  if (!me) return toSignIn();
  return (
    <WritingWords>
      <WorkbookPage form={form} me={{ userId: me.userId }} />
    </WritingWords>
  );
}
