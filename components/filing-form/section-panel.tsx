'use client';

import { useMemo } from 'react';
import type { Format, SectionKey } from '@/server/domain/formats';
import { firstDay, isQuarter, lastDay } from '@/server/domain/periods';
import { declarableSections } from '@/server/domain/workflow';
import { useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';
import { PrintedAt } from '../ui/printed-at';
import { BesideSwitch } from './beside/beside-switch';
import type { Beside } from './beside/use-beside';
import { DeclareNothing } from './entry/declare-nothing';
import { EntryTable, type EntryTableProps } from './entry/entry-table';
import { TakenOverNotice } from './entry/taken-over-notice';
import { useFiling } from './filing-context';
import { gridMapOf, splitAtHeads } from './grid/grid-map';
import { useLateValue } from './store/use-late-value';

type Actions = Pick<EntryTableProps, 'onDryRun' | 'onPasted' | 'onDetails'>;

/** Which table this is, what of the year it asks for, and what can be done with the whole of it: one line as wide as the page. */
export function SectionHead({ section, beside }: { section: SectionKey; beside: Beside }) {
  const { store } = useFiling();
  const layout = tableOf(store.format, section);
  const declarable = declarableSections.find((one) => one === section);
  if (!layout) return null;
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-4 gap-y-1 pb-1">
      <h2 className="text-body font-semibold">{layout.title}</h2>
      {store.canEdit && section !== 'x' && <ThisQuarterOnly />}
      <div className="ml-auto flex flex-wrap items-center gap-x-2 gap-y-1 max-lg:ml-0">
        {declarable && <DeclareNothing section={declarable} />}
        <BesideSwitch {...beside} />
        {store.canEdit && <FillRestOfTable section={section} />}
      </div>
    </div>
  );
}

/** One section of the form: its statutory table, and under it the figures that only serve the checks. */
export function SectionPanel({ section, actions }: { section: SectionKey; actions: Actions }) {
  const { store } = useFiling();
  const { form } = useMessages().clerk;
  const { format } = store;
  const layout = tableOf(format, section);
  const internals = useMemo(() => {
    const internal = format.entryTables.find((table) => table.id === 'internal');
    const parts = internal ? splitAtHeads(internal) : [];
    return parts.filter((rows) => format.cells.get(gridMapOf(rows).cells[0] ?? '')?.section === section);
  }, [format, section]);
  if (!layout) return null;
  return (
    <section aria-label={layout.title}>
      <PrintedAt paper="upright">{form.printedPart}</PrintedAt>
      <TakenOverNotice section={section} />
      {section === 'x' && <p className="max-w-read pb-2 text-note leading-5 text-muted">{form.indicatorsNote}</p>}
      <EntryTable
        title={layout.title}
        rows={layout.rows}
        columnTwips={layout.columnTwips}
        width={section === '6' || section === 'x' ? 'narrow' : section === '2' ? 'read' : 'full'}
        {...actions}
      />
      {internals.map((rows) => (
        <div key={gridMapOf(rows).cells[0]} className="mt-5">
          <h3 className="pb-1.5 text-body font-semibold">{form.internals}</h3>
          <EntryTable title={form.internals} rows={rows} columnTwips={[3000, 3000, 3000]} width="narrow" {...actions} />
        </div>
      ))}
    </section>
  );
}

function tableOf(format: Format, section: SectionKey) {
  return [...format.tables, ...format.entryTables].find((table) => table.id !== 'internal' && table.section === section);
}

/** Shown while the table has an empty cell that is the clerk's to fill in. */
function FillRestOfTable({ section }: { section: SectionKey }) {
  const { store, fillRest } = useFiling();
  const { rest } = useMessages().clerk;
  const { missing } = useLateValue(store.progress)[section];
  if (missing.length === 0) return null;
  return (
    <Button isSmall onClick={() => fillRest(section)}>
      {rest.openTable}
    </Button>
  );
}

/** The columns are headed 本年…, as the notice prescribes; the form is for one quarter of it. */
function ThisQuarterOnly() {
  const { store } = useFiling();
  const { form: words } = useMessages().clerk;
  const { year, quarter } = store.form.get();
  if (!isQuarter(quarter)) return null;
  const said = (day: string) => words.dayOfYear(Number(day.slice(5, 7)), Number(day.slice(8, 10)));
  return (
    <p className="text-note leading-5 font-medium">{words.thisQuarterOnly(said(firstDay(year, quarter)), said(lastDay(year, quarter)))}</p>
  );
}
