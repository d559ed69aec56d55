'use client';

import { useEffect, useState } from 'react';
import { type Figure, printFigure } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { isQuarter } from '@/server/domain/periods';
import type { YearSoFar } from '@/server/queries/cell-history';
import { printedFigures } from '../../statutory-table/printed-figures';
import { useTRPCClient } from '../../trpc-client';
import { yearToDateOf } from '../side/year-to-date';
import type { FormStore } from '../store/form-store';
import { useLateValue } from '../store/use-late-value';
import { type BesideChoice, isBesideChoice } from './beside-figures';

const key = 'nianbao-beside';

export interface Beside {
  choice: BesideChoice;
  choose: (next: BesideChoice) => void;
  hasFailed: boolean;
}

/** What the person wants to see under each figure, and the way to change it: kept on this computer. The figures come by `store.beside`; one for the page, whatever section is shown. */
export function useBeside(store: FormStore): Beside {
  const client = useTRPCClient();
  const form = useLateValue(store.form);
  // Reckoned anew once what is typed has been looked at.
  const checked = useLateValue(store.checked);
  const [choice, setChoice] = useState<BesideChoice>('none');
  const [year, setYear] = useState<YearSoFar | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    const kept = readKept();
    if (isBesideChoice(kept)) setChoice(kept);
  }, []);
  const { filingId } = form;
  const isYear = choice === 'year_to_date';
  useEffect(() => {
    if (!isYear) return;
    const asking = new AbortController();
    client.filing.yearSoFar.query({ filingId }, { signal: asking.signal }).then(
      (answer) => {
        setHasFailed(false);
        setYear(answer);
      },
      () => !asking.signal.aborted && setHasFailed(true),
    );
    return () => asking.abort();
  }, [client, filingId, isYear]);
  useEffect(() => {
    const { format } = store;
    const { lastQuarter, sameQuarterLastYear } = form.beside;
    const ofPast = (past: Record<CellId, Figure>) => store.beside.set(printedFigures(format, new Map(Object.entries(past))));
    if (choice === 'last_quarter') ofPast(lastQuarter);
    else if (choice === 'same_quarter_last_year') ofPast(sameQuarterLastYear);
    else if (choice === 'year_to_date' && year && isQuarter(form.quarter) && checked) {
      const sum = yearToDateOf(format, { quarter: form.quarter, before: year.thisYear, now: store.figures(), ofUnit: year.ofUnit });
      const printed = [...format.cells.values()].map((cell): [string, string] => {
        const { figure } = sum(cell.id);
        return [cell.id, figure ? printFigure(figure, cell) : ''];
      });
      store.beside.set(Object.fromEntries(printed));
    } else store.beside.set(null);
  }, [store, form, choice, year, checked]);
  return {
    choice,
    choose(next) {
      setChoice(next);
      try {
        localStorage.setItem(key, next);
      } catch {
        // Without storage it holds for this page.
      }
    },
    hasFailed: isYear && hasFailed,
  };
}

function readKept(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
