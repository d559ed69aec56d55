'use client';

import { dayAt } from '@/server/domain/periods';
import type { SlipPage, SlipSignature } from '@/server/queries/slips';
import { useWritingMessages } from '../messages/writing-words';

/** Both signatures, each with its day and the place for hand and seal. */
export function SlipSignatures({ slip }: { slip: SlipPage['slip'] }) {
  const { slips } = useWritingMessages();
  const office = slip.status === 'accepted' ? slip.decided : null;
  return (
    <section aria-label={slips.signatures} className="break-inside-avoid pt-6">
      <div className="grid grid-cols-2 border border-ink/60 text-body leading-6">
        <Place label={slips.unitSignature} signature={slip.signed} />
        <Place label={slips.officeSignature} signature={office} />
      </div>
    </section>
  );
}

function Place({ label, signature }: { label: string; signature: SlipSignature | null }) {
  const { slips } = useWritingMessages();
  return (
    <div className="flex min-h-36 flex-col justify-between px-4 py-3 [&+&]:border-l [&+&]:border-ink/60">
      <dl>
        <dt>{label}</dt>
        <dd className="min-h-6 font-semibold">{signature?.name ?? slips.notSigned}</dd>
      </dl>
      <p className="text-center text-muted">{slips.seal}</p>
      <dl className="flex gap-2">
        <dt>{slips.day}</dt>
        <dd>{signature ? dayAt(new Date(signature.at)) : '　'}</dd>
      </dl>
    </div>
  );
}
