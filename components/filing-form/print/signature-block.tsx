import { useMessages } from '../../messages/messages-provider';
import type { SheetFacts } from './sheet-facts';

/** Who prepared it, who answers for it, where the seal goes, and when. What the system does not know is a line for the pen. */
export function SignatureBlock({ facts }: { facts: SheetFacts }) {
  const { clerk, signOff } = useMessages();
  const words = clerk.print;
  return (
    <section aria-label={words.signatures} className="break-inside-avoid text-body leading-6 print:pt-6">
      <div className="mr-px grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_11rem] border border-ink/60">
        <Signature label={words.preparer} value={facts.preparer} day={facts.submittedOn ?? words.blankDay} />
        <Signature label={facts.head ? signOff.printed : words.head} value={facts.head} day={facts.headSignedOn ?? words.blankDay} />
        <div className="flex h-40 items-center justify-center border-l border-ink/60 text-muted">{words.seal}</div>
      </div>
    </section>
  );
}

function Signature({ label, value, day }: { label: string; value: string; day: string }) {
  const words = useMessages().clerk.print;
  return (
    <dl className="flex flex-col justify-between px-4 py-3 [&+&]:border-l [&+&]:border-ink/60">
      <div>
        <dt>{label}</dt>
        <dd className="min-h-6 font-semibold">{value}</dd>
      </div>
      <div>
        <dt className="text-note text-muted">{words.signature}</dt>
        <dd className="h-7 border-b border-ink/60" />
      </div>
      <div className="flex gap-2">
        <dt>{words.date}</dt>
        <dd>{day}</dd>
      </div>
    </dl>
  );
}
