'use client';

import clsx from 'clsx';
import type { CellId } from '@/server/domain/formats';
import type { ReportKey } from '@/server/domain/subject';
import type { Overview } from '@/server/queries/overview';
import { figureAddress, traceAddress } from '../annual-report/report-places';
import { useWritingMessages } from '../messages/writing-words';
import { editionSheetAddress } from '../signing/sign-address';
import { Icon } from '../ui/icon';
import { Link } from '../ui/link';

interface KeyFigure {
  label: string;
  note: string;
  value: number | null;
  /** Where it comes from: a figure that is followed back, or a table of the report. */
  way: { cell: CellId; table?: 3 | 4 };
}

/** The four numbers of a year. Each leads to where it comes from; what is not known is said, and is not 0. */
export function KeyFigures({ overview: { unitId, scope, year, figures } }: { overview: Overview }) {
  const { overview: words } = useWritingMessages();
  const { figures: names, notes } = words;
  const isEnded = figures !== null && figures.carriedOut !== null;
  const isDecided = figures !== null && figures.disputes === null;
  const shown: readonly KeyFigure[] = [
    { label: names.received, note: notes.received, value: figures?.received ?? null, way: { cell: 's3.new_received.total' } },
    { label: names.answered, note: notes.answered, value: figures?.answered ?? null, way: { cell: 's3.result_total.total' } },
    isEnded
      ? { label: names.carriedOut, note: notes.carriedOut, value: figures.carriedOut, way: { cell: 's3.carried_out.total' } }
      : {
          label: names.onHand,
          note: figures && figures.onHand === null ? notes.onHandUnknown : notes.onHand,
          value: figures?.onHand ?? null,
          way: { cell: 's3.carried_in.total', table: 3 },
        },
    isDecided
      ? { label: names.decided, note: notes.decided, value: figures.decidedDisputes, way: { cell: 's4.review.total', table: 4 } }
      : { label: names.disputes, note: notes.disputes, value: figures?.disputes ?? null, way: { cell: 's4.review.total', table: 4 } },
  ];
  return (
    <ul aria-label={names.label} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4 print:grid-cols-4 print:gap-2">
      {shown.map((figure) => (
        <li key={figure.label} className="relative rounded border border-hairline bg-paper px-4 py-3 print:px-2 print:py-1.5">
          <p className="text-body leading-6">{figure.label}</p>
          <p className={clsx('font-serif leading-10 font-semibold tabular-nums', figure.value === null ? 'text-muted' : 'text-ink')}>
            <Way figure={figure} of={year === null ? null : { unitId, year, scope }} edition={importedEdition(figures)} />
          </p>
          <p className="text-note leading-5 text-muted print:hidden">{figure.note}</p>
        </li>
      ))}
    </ul>
  );
}

/** Figures of a report that came as a file are followed no further than to it. */
function importedEdition(figures: Overview['figures']): number | null {
  return figures?.source?.kind === 'imported' ? figures.source.number : null;
}

function Way({ figure: { label, value, way }, of, edition }: { figure: KeyFigure; of: ReportKey | null; edition: number | null }) {
  const { overview: words } = useWritingMessages();
  const printed = <span className="text-figure">{value ?? words.unknown}</span>;
  if (value === null || of === null) return printed;
  const [follows, href] =
    edition !== null
      ? [words.follows.edition, editionSheetAddress(of, edition)]
      : way.table
        ? [words.follows.tables[way.table], figureAddress(of, way.cell)]
        : [words.follows.trace, traceAddress(of, way.cell)];
  return (
    <Link
      href={href}
      aria-label={`${label} ${value} ${words.cases}，${follows}`}
      title={follows}
      className="inline-flex min-h-10 items-baseline gap-1 text-ink decoration-act underline-offset-4 after:absolute after:inset-0 hover:text-act hover:underline print:no-underline"
    >
      {printed}
      <span className="font-sans text-note font-normal text-muted">{words.cases}</span>
      <span aria-hidden="true" className="font-sans text-note font-normal text-act print:hidden">
        {follows} <Icon name="next" />
      </span>
    </Link>
  );
}
