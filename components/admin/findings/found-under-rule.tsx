'use client';

import clsx from 'clsx';

import type { FoundRow, FoundRule } from '@/server/queries/year-findings';
import { FindingBadge } from '../../checks/finding-badge';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { cellElementId } from '../../statutory-table/show-cell';
import { Icon } from '../../ui/icon';
import { Link } from '../../ui/link';

/** One rule and the units in which it found something, each with what was said about it. */
export function FoundUnderRule({ rule, rows }: { rule: FoundRule; rows: readonly FoundRow[] }) {
  const { found: words } = useWritingMessages().office;
  const language = useLanguage();
  const titleId = `found-${rule.id}`;
  return (
    <section aria-labelledby={titleId} className="rounded border border-hairline bg-paper">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-hairline bg-desk px-3 py-1.5">
        <h2 id={titleId} className="text-body leading-6 font-semibold">
          <Link href={`/rules#${rule.id}`} className="pr-2 font-mono text-note text-act hover:underline">
            {rule.id}
          </Link>
          {rule.sentence[language]}
        </h2>
        <p className="text-note leading-5 text-muted">
          {words.ofRule(rule.count, rule.units)}
          {rule.open > 0 && (
            <span className="pl-2 font-medium text-confirm">
              <Icon name="confirm" className="mr-1" />
              {words.open(rule.open)}
            </span>
          )}
        </p>
      </header>
      <ul className="divide-y divide-hairline">
        {rows.map((row) => (
          <FoundLine key={`${row.filingId} ${row.severity} ${row.message.zh}`} row={row} />
        ))}
      </ul>
    </section>
  );
}

function FoundLine({ row }: { row: FoundRow }) {
  const { common, review, office } = useWritingMessages();
  const language = useLanguage();
  const { severity, settled, explanation, cell } = row;
  return (
    <li className="relative grid gap-x-4 gap-y-0.5 px-3 py-1.5 hover:bg-act-soft lg:grid-cols-[15rem_6.5rem_minmax(0,3fr)_minmax(0,2fr)]">
      <span className="text-body leading-6">
        <Link
          href={`/review/${row.filingId}${cell === null ? '' : `#${cellElementId(cell)}`}`}
          className="text-act after:absolute after:inset-0"
        >
          {row.unitName} <span className="whitespace-nowrap">{common.quarter(row.quarter)}</span>
        </Link>
      </span>
      <span>
        <FindingBadge severity={severity} settled={settled} />
      </span>
      <span className="text-body leading-6">{row.message[language]}</span>
      <span className={clsx('text-body leading-6', !explanation && 'text-muted')}>
        {explanation ? (
          <>
            {explanation.text}
            <span className="block text-note leading-5 text-muted">
              {explanation.kind === 'exception' ? review.exceptionBy(explanation.writtenBy) : review.explanationBy(explanation.writtenBy)}
              {explanation.countersignedBy && ` · ${review.countersignedBy(explanation.countersignedBy)}`}
              {explanation.kind === 'exception' && !explanation.countersignedBy && ` · ${review.waitsForCountersign}`}
            </span>
          </>
        ) : (
          severity !== 'hint' && office.found.notExplained
        )}
      </span>
    </li>
  );
}
