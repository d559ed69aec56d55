import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { formOf } from '@/app/form-of';
import { titled } from '@/app/titled';
import { toSignIn } from '@/app/to-sign-in';
import { FilingSheet } from '@/components/filing-form/print/filing-sheet';

export function generateMetadata({ params }: { params: Promise<{ filingId: string }> }): Promise<Metadata> {
  return titled(async ({ clerk, common }) => {
    const form = await formOf((await params).filingId);
    return `${form.unitName} ${clerk.print.title(common.period(form.year, form.quarter))}`;
  });
}

/** The quarter on paper, to be signed and sealed: filled as it stands, or empty to be filled by hand. */
export default async function PrintAddress({
  params,
  searchParams,
}: {
  params: Promise<{ filingId: string }>;
  searchParams: Promise<{ empty?: string }>;
}) {
  const [{ filingId }, { empty }] = await Promise.all([params, searchParams]);
  const [form, me] = await Promise.all([formOf(filingId), load((api) => api.person.me())]);
  if (!me) return toSignIn();
  return <FilingSheet form={form} me={{ name: me.name }} isEmpty={empty === '1'} />;
}
