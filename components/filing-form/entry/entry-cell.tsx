'use client';

import clsx from 'clsx';
import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import { shownInField, textOfField } from '@/server/domain/figures';
import { type Cell, cellName } from '@/server/domain/formats';
import { useMessages } from '../../messages/messages-provider';
import { BesideFigure } from '../beside/beside-figure';
import { isReadOnly } from '../grid/read-only';
import type { CellView } from '../store/cell-view';
import type { FormStore } from '../store/form-store';
import { useValue } from '../store/value';
import { inputId } from './cell-element';
import { cellStates, cornerSigns, statesOf } from './cell-states';
import { CellTip } from './cell-tip';
import { cellWords, shownValue, talkSigns } from './cell-words';

export interface EntryCellProps {
  cell: Cell;
  store: FormStore;
  colSpan: number | undefined;
  rowSpan: number | undefined;
  /** The form element it belongs to; see EntryTable. */
  formId: string;
}

/** In a cell over several columns the figure stands in the first of them, near its title; the whole cell takes the click. */
const nearTitles: Record<number, string> = { 2: 'pr-[51%]!', 3: 'pr-[67.5%]!' };

/**
 * One figure of the form: a native input that stands there before anybody types, so that the first letter reaches the input
 * method. It is uncontrolled: what is typed is never written back, and a text from elsewhere (paste, undo, another tab)
 * comes in with a new revision. Keys, paste and focus are handled by the table.
 */
export const EntryCell = memo(function EntryCell({ cell, store, colSpan, rowSpan, formId }: EntryCellProps) {
  const messages = useMessages();
  const view = useValue(store.cell(cell.id));
  const words = cellWords(view, messages);
  const states = statesOf(view);
  const signs = cornerSigns(states);
  const signInk = states[0] ? cellStates[states[0]].ink : '';
  const isRequired = states.includes('required');
  const talk = talkSigns(view);
  const isUnreadable = view.figure.state === 'unreadable';
  const isTyped = !isReadOnly(cell);
  // An opening that nobody knows is not the clerk's to fill in.
  const isUnknown = isRequired && !isTyped;
  const wordsId = `words-${cell.id}`;
  const nearTitle = colSpan === undefined ? undefined : nearTitles[colSpan];
  const common = {
    id: inputId(cell.id),
    form: formId,
    'data-cell': cell.id,
    'aria-label': cellName(cell),
    ...(words.length > 0 ? { 'aria-describedby': wordsId } : {}),
    className: clsx(
      'entry-figure',
      isUnknown && 'pl-0!',
      nearTitle,
      isUnreadable && 'text-wrong',
      !isTyped && 'cursor-default text-ink/80',
    ),
  };
  return (
    <td
      colSpan={colSpan}
      rowSpan={rowSpan}
      title={
        (isRequired ? [...words, isUnknown ? messages.clerk.cell.carriedUnknown : messages.clerk.cell.required] : words).join('；') ||
        undefined
      }
      className={clsx('group/cell border-r border-b border-ink/40 p-0', (isUnreadable || talk) && 'relative', lookOf(view))}
    >
      {/* Nothing in here changes the cell's size: the table is not laid out anew for a key. */}
      <div className="entry-box">
        {signs && (
          <span aria-hidden="true" className={clsx('absolute top-0 left-0.5 font-sans text-note leading-4 font-semibold', signInk)}>
            {signs}
          </span>
        )}
        {isTyped ? (
          <TypedInput
            common={common}
            cell={cell}
            view={view}
            store={store}
            isRequired={isRequired}
            placeholder={placeholderOf(view, messages.clerk.cell)}
          />
        ) : (
          <input
            {...common}
            readOnly
            tabIndex={-1}
            value={shownValue(view, cell, messages)}
            placeholder={isUnknown ? messages.clerk.cell.unknownOpening : ''}
          />
        )}
        {words.length > 0 && (
          <span id={wordsId} className="sr-only">
            {words.join('；')}
          </span>
        )}
      </div>
      {talk && (
        <span aria-hidden="true" className="absolute bottom-0 left-0.5 font-sans text-note leading-3 text-act">
          {talk}
        </span>
      )}
      {view.parsed.kind === 'number' && view.origin === 'typed' && isReadDifferently(view.text, view.parsed) && (
        <span aria-hidden="true" className={clsx('block px-1 pb-0.5 text-right font-sans text-note leading-4 text-muted', nearTitle)}>
          {messages.clerk.cell.recognised(view.parsed.plain)}
        </span>
      )}
      <BesideFigure cell={cell.id} store={store} className={nearTitle} />
      {view.struck !== null && (
        <span aria-hidden="true" className={clsx('block px-1 pb-0.5 text-right font-sans text-note leading-4 text-confirm', nearTitle)}>
          {messages.clerk.cell.struckShort}
        </span>
      )}
      <CellTip cell={cell} view={view} store={store} isLeft={Boolean(nearTitle)} />
    </td>
  );
});

function TypedInput({
  common,
  cell,
  view,
  store,
  isRequired,
  placeholder,
}: {
  common: { id: string; className: string };
  cell: Cell;
  view: CellView;
  store: FormStore;
  isRequired: boolean;
  placeholder: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  const shownRevision = useRef(view.revision);
  const drawn = useRef(shownInField(view.text));
  useEffect(() => {
    // Typed into the page before its script was there: nobody has heard of it yet. Compared with what was drawn: an answer may have come since.
    const before = input.current?.value ?? '';
    if (store.canEdit && before !== drawn.current) store.type(cell.id, textOfField('', before));
  }, [store, cell]);
  // Before anybody can type over it: a change is based on the version whose text stands in the input.
  useLayoutEffect(() => {
    const element = input.current;
    if (!element || shownRevision.current === view.revision || element.hasAttribute('data-composing')) return;
    shownRevision.current = view.revision;
    const shown = shownInField(view.text);
    if (element.value === shown) return;
    // What replaces a text that is selected as a whole stays selected: the next key replaces it in turn.
    const isSelected = element === document.activeElement && element.selectionStart === 0 && element.selectionEnd === element.value.length;
    element.value = shown;
    if (isSelected) element.select();
  }, [view.revision, view.text]);
  return (
    <input
      {...common}
      ref={input}
      type="text"
      inputMode={cell.quantity === 'count' ? 'numeric' : 'decimal'}
      autoComplete="off"
      enterKeyHint="next"
      spellCheck={false}
      readOnly={!store.canEdit}
      placeholder={placeholder}
      aria-required={isRequired || undefined}
      aria-invalid={view.figure.state === 'unreadable' || undefined}
      defaultValue={shownInField(view.text)}
    />
  );
}

/** A figure that is written as everybody writes it, with separators of thousands or full-width digits, needs no second line to say what it is. */
function isReadDifferently(text: string, { differsFromRaw, plain }: { differsFromRaw: boolean; plain: string }): boolean {
  return differsFromRaw && text.normalize('NFKC').replaceAll(',', '').trim() !== plain;
}

function placeholderOf(view: CellView, words: { declared: string; notApplicable: string }): string {
  if (view.origin === 'declared') return words.declared;
  return view.origin === 'no_power' ? words.notApplicable : '';
}

function lookOf(view: CellView): string {
  if (view.isSelected) return 'bg-act-soft ring-1 ring-inset ring-act/60';
  if (view.isMarked) return 'bg-confirm-soft ring-2 ring-inset ring-confirm';
  if (view.figure.state === 'unreadable' || view.saving === 'refused' || view.saving === 'conflict') return 'bg-wrong-soft';
  if (view.severity === 'must_fix' || view.hasRemark) return 'bg-wrong-soft';
  if (view.severity === 'confirm') return 'bg-confirm-soft';
  return view.origin === 'computed' || view.origin === 'carried' || view.origin === 'restated' || view.origin === 'no_power'
    ? 'bg-desk'
    : 'bg-paper';
}
