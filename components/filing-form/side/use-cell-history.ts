import { startTransition, useCallback, useEffect, useState } from 'react';
import type { CellId } from '@/server/domain/formats';
import type { CellHistory } from '@/server/queries/cell-history';
import { useTRPCClient } from '../../trpc-client';
import { useFiling } from '../filing-context';
import { useLateValue } from '../store/use-late-value';

/** Somebody who walks through the cells asks for nothing; somebody who rests on one does. */
const restsAfterMs = 170;

interface Asked {
  cell: CellId;
  data: CellHistory | null;
  error: unknown;
}

/** The history of the cell one is in, asked for once the focus rests on it, and again after a save of it. */
export type AskedHistory = ReturnType<typeof useCellHistory>;
export function useCellHistory(cell: CellId) {
  const { store } = useFiling();
  const client = useTRPCClient();
  const { filingId, stored } = useLateValue(store.form);
  const version = stored[cell]?.version ?? 0;
  const [asked, setAsked] = useState<Asked>({ cell, data: null, error: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const asking = new AbortController();
    const settle = (answer: Asked) => !asking.signal.aborted && startTransition(() => setAsked(answer));
    const ask = () =>
      client.filing.cellHistory.query({ filingId, cell }, { signal: asking.signal }).then(
        (data) => settle({ cell, data, error: null }),
        (error: unknown) => settle({ cell, data: null, error }),
      );
    // A new version or another try asks for the same cell again.
    const timer = setTimeout(ask, restsAfterMs, version, turn);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [client, filingId, cell, version, turn]);
  const refetch = useCallback(() => setTurn((before) => before + 1), []);
  const { data, error } = asked.cell === cell ? asked : { data: null, error: null };
  return { data, error, refetch };
}
