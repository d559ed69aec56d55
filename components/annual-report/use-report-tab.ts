'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { proseKeys } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';
import { useKeptText } from '../ui/use-kept-text';
import { type ReportTab, tabOf, tabs } from './report-places';
import { leadToText, stopLeading, textElementId } from './text/show-text';

/**
 * Which tab beside the report is open: the one this person chose last, on every report; at first the checks, or the way to the edition
 * once nothing else is left. `toPaper` brings the paper and these tabs into sight. `lead` goes to a place of the page and opens the tab it is in; so does the fragment of the address.
 */
export function useReportTab(
  page: ReportPage,
  toPaper: () => void,
): { tab: ReportTab; choose: (tab: ReportTab) => void; lead: (place: string) => void } {
  const [kept, keep] = useKeptText('report tab');
  // As the page was first seen: a tab does not change under one's hands.
  const [first] = useState<ReportTab>(() => (page.obstacles.every((one) => one.kind === 'signature') ? 'final' : 'check'));
  const tab = tabs.find((one) => one === kept) ?? first;
  const lead = (place: string) => {
    const text = proseKeys.find((key) => textElementId(key) === place);
    if (text) {
      toPaper();
      leadToText(text);
      return;
    }
    const itself = tabs.find((one) => one === place);
    const inside = itself ?? tabOf(place);
    if (!inside) return;
    toPaper();
    flushSync(() => keep(inside));
    if (!itself) showPlace(place);
  };
  const follow = useEffectEvent(() => lead(decodeURIComponent(location.hash.slice(1))));
  useEffect(() => {
    // Not within the effect itself: `lead` draws at once.
    const timer = setTimeout(follow, 0);
    addEventListener('hashchange', follow);
    return () => {
      clearTimeout(timer);
      stopLeading();
      removeEventListener('hashchange', follow);
    };
  }, []);
  const choose = (name: ReportTab) => {
    // An address that names another tab would open that one again: a moment after the page stands, and at a reload. Without a state of its
    // own the change is told to the router too, which would else write its former address back at the next refresh.
    if (location.hash) history.replaceState(null, '', `#${name}`);
    keep(name);
  };
  return { tab, choose, lead };
}

/** Brings a panel, or a finding in it, into view and gives it the focus; what is folded around it opens. */
function showPlace(place: string): void {
  const element = document.getElementById(place);
  for (let around = element?.parentElement; around; around = around.parentElement)
    if (around instanceof HTMLDetailsElement) around.open = true;
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}
