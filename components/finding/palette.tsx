'use client';

import clsx from 'clsx';
import { type KeyboardEvent, Suspense, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { useWay } from '../shell/way-out';
import { DialogBox } from '../ui/dialog-box';
import { cellsHere } from './cells-here';
import { type Found, findCells, findPages, findRules, groups, linesOfUnits, placeOf } from './found';
import { useAnswers } from './use-answers';

/** Finds pages, cells of the form that stands, units and rules. It comes with the first Ctrl+K; its words may come a moment later. */
export function Palette({ onClose }: { onClose: () => void }) {
  return (
    <Suspense>
      <OpenPalette onClose={onClose} />
    </Suspense>
  );
}

function OpenPalette({ onClose }: { onClose: () => void }) {
  const words = useWritingMessages();
  const { finding } = words;
  const language = useLanguage();
  const wayTo = useWay();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Found | null>(null);
  const query = typed.trim();
  const { posts, rules, units, isAsking, hasFailed } = useAnswers(query);
  const found = [
    ...findPages(query, posts, words),
    ...findCells(query, cellsHere()),
    ...linesOfUnits(units, words),
    ...findRules(query, rules, language),
  ];
  const at = placeOf(chosen, found);
  const optionId = (index: number) => `${id}-${index}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen moves with it.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  function follow(one: Found | undefined): void {
    if (!one) return;
    // A dialog gives the focus back as it goes; what was found takes it after that.
    flushSync(onClose);
    if ('cell' in one.to) cellsHere()?.goTo(one.to.cell);
    else wayTo(one.to.address);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setChosen(found[(at + step + found.length) % found.length] ?? null);
    else if (event.key === 'Enter') follow(found[at]);
    else return;
    event.preventDefault();
  }

  return (
    <DialogBox title={finding.title} onClose={onClose}>
      <input
        role="combobox"
        type="text"
        autoComplete="off"
        aria-label={finding.label}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? optionId(at) : undefined}
        placeholder={finding.label}
        maxLength={60}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(null);
        }}
        onKeyDown={onKeyDown}
        className="min-h-10 w-full rounded border border-hairline bg-paper px-3 text-head"
      />
      <p role="status" className="py-1.5 text-note text-muted">
        {found.length > 0 ? finding.count(found.length) : isAsking ? finding.asking : finding.none}
        {hasFailed && ` ${finding.failed}`}
      </p>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={finding.title} tabIndex={-1} className="outline-none">
        {groups.map((group) => {
          const lines = found.flatMap((one, index) => (one.group === group ? [{ one, index }] : []));
          return lines.length === 0 ? null : (
            // biome-ignore lint/a11y/useSemanticElements: options of a list box stand in groups, and no field set is one.
            <div key={group} role="group" aria-labelledby={`${id}-${group}`} className="pb-2">
              <p id={`${id}-${group}`} role="presentation" className="text-note font-semibold text-muted">
                {finding.groups[group]}
              </p>
              {lines.map(({ one, index }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the field, which keeps the focus.
                <div
                  key={one.key}
                  id={optionId(index)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  lang={one.isChinese ? 'zh-CN' : undefined}
                  onClick={() => follow(one)}
                  className={clsx(
                    'flex min-h-9 cursor-pointer items-center rounded px-2 text-body leading-6 hover:bg-act-soft',
                    index === at && 'bg-act-soft font-semibold text-act',
                  )}
                >
                  {one.name}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </DialogBox>
  );
}
