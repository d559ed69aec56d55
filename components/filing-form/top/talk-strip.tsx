'use client';

import { useRef } from 'react';
import { threadsOf } from '@/server/domain/workflow';
import { useMessages } from '../../messages/messages-provider';
import { placeOf } from '../../talk/place-of';
import { commentSign, followUpSign } from '../entry/cell-words';
import { useFiling } from '../filing-context';
import { useLateValue } from '../store/use-late-value';

/** How many places wait for somebody to come back to them, and how many have open comments; each list leads there. */
export function TalkStrip() {
  const { store } = useFiling();
  const { talk } = useMessages();
  const form = useLateValue(store.form);
  const open = threadsOf(form.comments).filter((thread) => thread.isOpen);
  if (form.followUps.length + open.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-x-4 print:hidden">
      <PlaceList sign={followUpSign} title={talk.followUps(form.followUps.length)} places={form.followUps.map((one) => one.anchor)} />
      <PlaceList sign={commentSign} title={talk.openThreads(open.length)} places={open.map((thread) => thread.anchor)} />
    </div>
  );
}

function PlaceList({ sign, title, places }: { sign: string; title: string; places: readonly string[] }) {
  const { store, goTo } = useFiling();
  const messages = useMessages();
  const list = useRef<HTMLDetailsElement>(null);
  if (places.length === 0) return null;
  return (
    <details
      ref={list}
      className="relative"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !list.current?.open) return;
        list.current.open = false;
        list.current.querySelector('summary')?.focus();
      }}
    >
      <summary className="min-h-7 cursor-pointer text-note leading-7 text-act">
        <span aria-hidden="true">{sign}</span> {title}
      </summary>
      <ul
        aria-label={title}
        className="absolute z-40 max-h-72 w-[min(26rem,90vw)] overflow-y-auto rounded border border-hairline bg-paper p-1 shadow-lg"
      >
        {places.map((anchor) => {
          const place = placeOf(store.format, anchor, messages);
          return (
            <li key={anchor}>
              <button
                type="button"
                className="min-h-7 w-full rounded px-2 py-0.5 text-left text-body leading-6 text-act hover:bg-act-soft"
                onClick={() => {
                  if (list.current) list.current.open = false;
                  goTo(anchor);
                }}
              >
                {place}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
