import { load } from '@/app/caller';
import { toSignIn } from '@/app/to-sign-in';
import { FilingSheet } from '@/components/filing-form/print/filing-sheet';

/** The quarter on paper, to be signed and sealed: filled as it stands, or empty to be filled by hand. */
export default async function PrintAddress({
  params,
  searchParams,
}: {
  params: Promise<{ filingId: string }>;
  searchParams: Promise<{ empty?: string }>;
}) {
  const [{ filingId }, { empty }] = await Promise.all([params, searchParams]);
  const [form, me] = await load((api) => Promise.all([api.filing.form({ filingId }), api.person.me()]));
  if (!me) return toSignIn();
  return <FilingSheet form={form} me={{ name: me.name }} isEmpty={empty === '1'} />;
}
