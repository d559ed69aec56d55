'use client';

import type { FilingForm } from '@/server/queries/filing-form';
import { useMessages } from '../../messages/messages-provider';
import { buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { PracticeActs } from './practice-acts';

/** On every page of a practice quarter, of either side: nobody shall take it for the real one. Nothing for a quarter that counts. */
export function PracticeBand({ form }: { form: Pick<FilingForm, 'filingId' | 'isPractice' | 'status' | 'verdicts'> }) {
  const { practice } = useMessages();
  if (!form.isPractice) return null;
  const isOver = form.status === 'locked';
  return (
    <aside
      aria-label={practice.name}
      className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded border-2 border-dashed border-act/50 bg-act-soft px-4 py-2"
    >
      <p className="text-body leading-6">
        <strong className="font-semibold text-act">{practice.band}</strong>
        <span className="ml-3 text-note text-muted print:hidden">{isOver ? practice.over : practice.bandHint}</span>
      </p>
      {isOver ? (
        <Link href="/tasks" className={buttonClass('plain', true)}>
          {practice.toReal}
        </Link>
      ) : (
        form.verdicts['practice.start'] === 'allowed' && <PracticeActs filingId={form.filingId} />
      )}
    </aside>
  );
}
