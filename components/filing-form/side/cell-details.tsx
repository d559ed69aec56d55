'use client';

import clsx from 'clsx';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Finding } from '@/server/domain/checks/check';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import { findingsFarFromPast } from '@/server/domain/checks/past/far-from-past';
import { type Figure, printFigure } from '@/server/domain/figures';
import { type Cell, cellName, getCell } from '@/server/domain/formats';
import { settledBy } from '@/server/domain/workflow';
import { useLanguage, useMessages } from '../../messages/messages-provider';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { momentText } from '../../ui/moment';
import { AskTheOffice } from '../ask-the-office';
import { besideBooks } from '../beside/beside-books';
import { inputOf } from '../entry/cell-element';
import { cellWords, shownValue } from '../entry/cell-words';
import { TakenOverOfCell } from '../entry/taken-over-notice';
import { useFiling } from '../filing-context';
import { isReadOnly } from '../grid/read-only';
import type { Progress } from '../store/filing-state';
import { useLateValue } from '../store/use-late-value';
import { OwnTotal } from './own-total';
import { PastOfCell } from './past-of-cell';
import { RestateOpening } from './restate-opening';
import { useCellHistory } from './use-cell-history';

/** What is to be known about the cell one is in. It follows the focus and stays on the last cell when the focus leaves the table. */
export function CellDetails() {
  const { store } = useFiling();
  const { side } = useMessages().clerk;
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const focus = useLateValue(store.focus);
  const cell = focus ? store.format.cells.get(focus) : undefined;
  /** Ctrl+Enter led here; the same, or Esc, leads back to the cell. */
  const goBack = (event: KeyboardEvent) => {
    const isBack = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    // The cell as it is now: what is drawn here follows the focus a moment later.
    const from = store.focus.get();
    if (!isBack || event.defaultPrevented || event.nativeEvent.isComposing || !from) return;
    event.preventDefault();
    inputOf(from)?.focus();
  };
  return (
    <section
      onKeyDown={goBack}
      aria-label={side.title}
      id="cell-details"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard
      tabIndex={0}
      className="shrink-0 overflow-y-auto rounded border border-hairline bg-paper p-3 text-body leading-6 outline-none lg:max-h-[46vh]"
    >
      {cell ? (
        <Details cell={cell} ownTotal={own[cell.id] ?? ''} onOwnTotal={(text) => setOwn({ ...own, [cell.id]: text })} />
      ) : (
        <p className="text-muted">{side.none}</p>
      )}
    </section>
  );
}

function Details({ cell, ownTotal, onOwnTotal }: { cell: Cell; ownTotal: string; onOwnTotal: (text: string) => void }) {
  const { store } = useFiling();
  const messages = useMessages();
  const { side } = messages.clerk;
  const view = useLateValue(store.cell(cell.id));
  const form = useLateValue(store.form);
  const saved = form.stored[cell.id];
  const history = useCellHistory(cell.id);
  const beside = useMemo(() => besideBooks(store.format, form.beside), [store, form.beside]);
  return (
    <>
      <h2 className="text-body leading-6 font-semibold">
        {cellName(cell)} <span className="text-note font-normal text-muted">{side.unit(cell.measuredIn)}</span>
      </h2>
      <FindingsOfCell cell={cell} />
      <table className="my-1.5 w-full table-fixed text-center">
        <thead>
          <tr className="text-note text-muted">
            {[side.value, side.lastQuarter, side.sameQuarter].map((label) => (
              <th key={label} scope="col" className="align-bottom leading-5 font-normal">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="font-serif text-body">
            <td className="font-semibold">{shownValue(view, cell, messages) || side.notFilled}</td>
            <td>{pastText(beside.lastQuarter.get(cell.id), cell, side)}</td>
            <td>{pastText(beside.sameQuarterLastYear.get(cell.id), cell, side)}</td>
          </tr>
        </tbody>
      </table>
      {cellWords(view, messages).map((words) => (
        <p key={words} className="text-note leading-5">
          · {words}
        </p>
      ))}
      <TakenOverOfCell cell={cell.id} />
      {cell.addsUp === 'opening' && view.origin === 'none' && <UnknownOpening />}
      {cell.addsUp === 'opening' && <RestateOpening key={cell.id} cell={cell} />}
      <PastOfCell cell={cell} now={view.figure} history={history} />
      {cell.terms && <Terms cell={cell} terms={cell.terms} />}
      {cell.terms && <OwnTotal key={cell.id} cell={cell} figure={view.figure} text={ownTotal} onText={onOwnTotal} />}
      <dl className="mt-1.5">
        <dt className="text-note text-muted">{side.definition}</dt>
        <dd>{cell.definition}</dd>
        <dt className="mt-1 text-note text-muted">{side.source}</dt>
        <dd>{cell.source}</dd>
      </dl>
      {saved && saved.savedBy !== '' && (
        <p className="mt-1.5 text-note text-muted">{side.savedBy(saved.savedBy, momentText(saved.savedAt))}</p>
      )}
      {store.canEdit && !isReadOnly(cell) && <FillRow cell={cell} />}
    </>
  );
}

/** What the rules say of this cell, in a sentence and before all else: what must be mended, what takes a 说明. */
function FindingsOfCell({ cell }: { cell: Cell }) {
  const { store } = useFiling();
  const { side } = useMessages().clerk;
  const language = useLanguage();
  const { findings } = useLateValue(store.checked).run;
  const { explanations } = useLateValue(store.form);
  const far = new Set(findingsFarFromPast(findings, cell.id));
  const ofCell = findings.filter(
    (one) => one.rule !== 'b-blank' && one.severity !== 'hint' && (far.has(one) || one.cells.includes(cell.id)),
  );
  if (ofCell.length === 0) return null;
  return (
    <ul aria-label={side.findingsOfCell} className="my-1.5 flex flex-col gap-1.5">
      {ofCell.map((finding) => {
        const settled = settledBy(finding, explanations);
        return (
          <li key={findingKey(finding)} className={clsx('border-l-4 pl-2', lookOf(finding, settled !== null))}>
            {far.has(finding) && finding.cells.length > 1 ? side.farFromPast(finding.cells.length) : finding.message[language]}
            {settled === 'explained' && side.farExplained}
          </li>
        );
      })}
    </ul>
  );
}

function lookOf({ severity }: Finding, isSettled: boolean): string {
  if (isSettled) return 'border-hairline text-muted';
  return severity === 'must_fix' ? 'border-wrong text-wrong' : 'border-confirm text-confirm';
}

/** Only the office can enter it: how to reach it, and a button that asks. */
function UnknownOpening() {
  const { store, refresh } = useFiling();
  const { cell } = useMessages().clerk;
  const form = useLateValue(store.form);
  const { obstacles } = useLateValue(store.checked);
  const unknown = obstacles.flatMap((one) => (one.kind === 'unknown_openings' ? one.cells : []));
  return (
    <>
      <p className="text-confirm">
        <Icon name="confirm" className="mr-1" />
        {cell.carriedUnknown}
      </p>
      {unknown.length > 0 && (
        <AskTheOffice
          filingId={form.filingId}
          cells={unknown}
          comments={form.comments}
          mayAsk={form.verdicts['filing.comment'] === 'allowed'}
          onAsked={refresh}
        />
      )}
    </>
  );
}

function pastText(figure: Figure | undefined, cell: Cell, words: { unknown: string; notFilled: string }): string {
  return figure ? printFigure(figure, cell) || words.notFilled : words.unknown;
}

/** 为什么: the cells a total is made of, each with what it counts as now. */
function Terms({ cell, terms }: { cell: Cell; terms: readonly string[] }) {
  const { store, goTo } = useFiling();
  const { side, findings } = useMessages().clerk;
  const figures = store.figures();
  useLateValue(store.checked);
  return (
    <details className="mt-1.5">
      <summary className="min-h-6 cursor-pointer text-act">{side.why}</summary>
      <p className="text-note text-muted">{side.whyTerms(cellName(cell))}</p>
      <Button isSmall look="quiet" onClick={() => store.mark(terms)}>
        {findings.show}
      </Button>
      <ul>
        {terms.map((id) => {
          const term = getCell(store.format, id);
          const figure = figures.get(id);
          return (
            <li key={id} className="flex justify-between gap-2 border-t border-hairline text-note">
              <Button look="way" onClick={() => goTo(id)}>
                {term.rowLabel === cell.rowLabel ? term.columnLabel : term.rowLabel}
              </Button>
              <span className="font-serif">{figure ? printFigure(figure, term) : side.notFilled}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** An explicit act, and one step to undo: the cells of this row that nobody filled become 0. */
function FillRow({ cell }: { cell: Cell }) {
  const { store } = useFiling();
  const { zero } = useMessages().clerk;
  const openIn = ({ [cell.section]: progress }: Progress) =>
    progress.missing.filter((id) => {
      const other = getCell(store.format, id);
      return other.table === cell.table && other.rowLabel === cell.rowLabel && !isReadOnly(other);
    });
  if (openIn(useLateValue(store.progress)).length === 0) return null;
  return (
    <Button
      isSmall
      className="mt-2"
      onClick={() => {
        store.settle();
        store.write(openIn(store.progress.get()).map((id) => ({ cell: id, text: '0' })));
        inputOf(cell.id)?.focus();
      }}
    >
      {zero.fillRow}
    </Button>
  );
}
