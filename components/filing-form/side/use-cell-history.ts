import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CellId } from '@/server/domain/formats';
import { useTRPC } from '../../trpc-client';
import { useFiling } from '../filing-context';
import { useValue } from '../store/value';

/** Somebody who walks through the cells asks for nothing; somebody who rests on one does. */
const restsAfterMs = 250;

/** The history of the cell one is in, asked for once the focus rests on it, and again after a save of it. */
export function useCellHistory(cell: CellId) {
  const { store } = useFiling();
  const trpc = useTRPC();
  const { filingId, stored } = useValue(store.form);
  const version = stored[cell]?.version ?? 0;
  const [rested, setRested] = useState<CellId | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(cell), restsAfterMs);
    return () => clearTimeout(timer);
  }, [cell]);
  const options = trpc.filing.cellHistory.queryOptions({ filingId, cell });
  const { data, error, refetch } = useQuery({ ...options, enabled: rested === cell });
  const [seen, setSeen] = useState({ cell, version });
  if (seen.cell !== cell) setSeen({ cell, version });
  useEffect(() => {
    if (rested !== cell || seen.cell !== cell || seen.version === version) return;
    setSeen({ cell, version });
    void refetch();
  }, [rested, cell, version, seen, refetch]);
  return { data, error, refetch };
}
