'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { CellId, SectionKey } from '@/server/domain/formats';
import { paragraphNumber } from '@/server/domain/workflow';
import { useShortcut } from '../ui/use-shortcut';
import { nextPlace } from './asked-place';
import { bringIntoSight, inputOf, selectParagraph } from './entry/cell-element';
import { firstToFill, type KeptPlace, keepPlace, keptPlace } from './kept-place';
import { textPlace } from './outbox/entry';
import { type Section, sectionAsked, tabsOf } from './section-tabs';
import { sectionKeys } from './store/filing-state';
import type { FormStore } from './store/form-store';

/** The place that is to have the focus once its section is drawn; for a paragraph with the words it was pinned to. */
interface Wanted {
  place: CellId;
  words: string | null;
}

/**
 * Where one is in the form: the section that is shown, and the way to a cell (or the text, or a paragraph of it) in any of them. The
 * address leads to a place (`#cell=…`, `#section=…`); without one a reload and the way back lead to where one was.
 */
export function usePlace(store: FormStore) {
  const [section, setSection] = useState<Section>('2');
  const shown = useRef(section);
  const wanted = useRef<Wanted | null>(null);
  const backTo = useRef<KeptPlace | null>(null);
  const { filingId } = store.form.get();

  const focusWanted = useCallback(() => {
    const input = wanted.current ? inputOf(wanted.current.place) : null;
    if (!input) return;
    const words = wanted.current?.words ?? null;
    wanted.current = null;
    input.focus({ preventScroll: true });
    bringIntoSight(input);
    if (words !== null && input instanceof HTMLTextAreaElement) selectParagraph(input, words);
  }, []);

  const comeBack = useCallback(() => {
    const kept = backTo.current;
    if (kept?.section !== shown.current) return;
    backTo.current = null;
    window.scrollTo({ top: kept.scroll, behavior: 'instant' });
    const input = kept.cell ? inputOf(kept.cell) : null;
    input?.focus({ preventScroll: true });
    input?.scrollIntoView({ block: 'nearest' });
  }, []);

  const goTo = useCallback(
    (asked: CellId, words: string | null = null) => {
      const place = paragraphNumber(asked) === null ? asked : textPlace;
      const next = place === textPlace ? textPlace : store.format.cells.get(place)?.section;
      if (!next) return;
      const remark = store.form.get().remarks.findLast((one) => one.anchor === asked);
      wanted.current = { place, words: words ?? remark?.quote ?? null };
      setSection(next);
      focusWanted();
    },
    [store, focusWanted],
  );

  useEffect(() => {
    // The section is drawn by now; the place that was asked for can take the focus.
    shown.current = section;
    focusWanted();
    comeBack();
  }, [section, focusWanted, comeBack]);

  useEffect(() => {
    const follow = () => {
      const place = new URLSearchParams(window.location.hash.slice(1)).get('cell');
      const early = sectionAsked(window.location.hash, store.format);
      if (early) setSection(early);
      if (place === nextPlace) {
        const next = keptPlace(filingId, store.format)?.cell ?? firstLeft(store);
        if (next) goTo(next);
      } else if (place) goTo(place);
      if (!early && place === null) return;
      // Without a state of its own the router hears of it too, and does not write the former address back at its next refresh.
      window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}`);
    };
    const arrive = () => {
      if (window.location.hash !== '') return follow();
      // Who has gone somewhere already is not taken away from there.
      if (document.activeElement !== document.body) return;
      backTo.current = keptPlace(filingId, store.format);
      if (backTo.current) setSection(backTo.current.section);
      comeBack();
    };
    // In a frame of its own: while React takes over the page, a cell that is given the focus does not hear of it.
    const frame = requestAnimationFrame(arrive);
    window.addEventListener('hashchange', follow);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('hashchange', follow);
    };
  }, [goTo, comeBack, store, filingId]);

  useEffect(() => {
    const keep = () => keepPlace(filingId, { section, cell: store.focus.get(), scroll: window.scrollY });
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [filingId, section, store]);

  const step = useCallback(
    (by: 1 | -1) => {
      const tabs = tabsOf(store.format);
      const next = tabs[tabs.indexOf(shown.current) + by];
      if (next === undefined) return;
      store.settle();
      goTo(next === textPlace ? textPlace : (firstLeft(store, next) ?? ''));
    },
    [store, goTo],
  );
  const forward = useCallback(() => step(1), [step]);
  const backward = useCallback(() => step(-1), [step]);
  useShortcut('PageDown', forward);
  useShortcut('PageUp', backward);

  return { section, setSection, goTo };
}

/** The first cell that is still to be filled in, of a section or of the form; else the first there is. */
function firstLeft(store: FormStore, section?: SectionKey): CellId | null {
  const progress = store.progress.get();
  const missing = sectionKeys.flatMap((one) => progress[one].missing);
  return firstToFill(store.format, missing, section);
}
