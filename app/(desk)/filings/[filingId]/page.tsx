import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { load } from '@/app/caller';
import { formOf } from '@/app/form-of';
import { titled } from '@/app/titled';
import { toSignIn } from '@/app/to-sign-in';
import { holdScript } from '@/components/filing-form/outbox/hold-figures';
import { SentFilingPage } from '@/components/filing-form/sent-filing-page';
import { dayAt } from '@/server/domain/periods';
import { textForPage } from '@/server/domain/wire';

export function generateMetadata({ params }: { params: Promise<{ filingId: string }> }): Promise<Metadata> {
  return titled(async ({ clerk, common }) => {
    const form = await formOf((await params).filingId);
    return clerk.form.title(form.unitName, common.period(form.year, form.quarter));
  });
}

/** The form of a unit's quarter. */
export default async function FilingAddress({ params }: { params: Promise<{ filingId: string }> }) {
  const { filingId } = await params;
  const [form, me] = await Promise.all([formOf(filingId), load((api) => api.person.me())]);
  if (!me) return toSignIn();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a script of our own, before the figures are painted. */}
      <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: holdScript(me.userId, form.filingId) }} />
      <SentFilingPage key={filingId} sent={textForPage(form)} me={{ userId: me.userId, name: me.name }} today={dayAt(new Date())} />
    </>
  );
}
