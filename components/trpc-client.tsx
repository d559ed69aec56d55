'use client';

import type { TRPCClient } from '@trpc/client';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { AppRouter } from '@/server/api/root';
import type { Sentence } from '@/server/domain/sentence';
import { lateClient } from './late-client';
import { isFromOlderProgram } from './shell/newer-program';

type Client = TRPCClient<AppRouter>;

/** What asks the server comes once the page stands, a tenth of its script; asked before that, it is waited for. */
function newClient(personId: string | null) {
  let ready: Promise<Client> | null = null;
  const load = (): Promise<Client> => {
    ready ??= import('./trpc-link').then((link) => link.newClient(personId));
    ready.catch(() => {
      // No network: the next call asks again.
      ready = null;
    });
    return ready;
  };
  return { client: lateClient(load), load };
}

const ClientContext = createContext<Client | null>(null);

/**
 * The way to the server of every page. What asks and keeps answers (`trpc-queries`) comes with the pages that need it.
 *
 * @param personId whose page this is; null on the pages of nobody: signing in, one-time links. For another person it is made anew, by its key.
 */
export function TrpcProvider({ personId = null, children }: { personId?: string | null; children: ReactNode }) {
  const [{ client, load }] = useState(() => newClient(personId));
  useEffect(() => {
    load().catch(() => {});
  }, [load]);
  return <ClientContext value={client}>{children}</ClientContext>;
}

export function useTRPCClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('outside of TrpcProvider');
  return client;
}

export interface Refusal {
  code: string;
  sentence: Sentence;
  details: unknown;
}

/** What came with an answer that says no; undefined where no answer came, null for what was no call at all. */
export function dataOf(error: unknown): Record<string, unknown> | null | undefined {
  if (isFromOlderProgram(error)) return undefined;
  if (!(error instanceof Error) || error.name !== 'TRPCClientError') return null;
  return (error as Error & { data?: Record<string, unknown> | null }).data ?? undefined;
}

/** Why the server said no, in words for a person; null for a lost connection and for bugs. */
export function refusalOf(error: unknown): Refusal | null {
  return (dataOf(error)?.refusal as Refusal | null | undefined) ?? null;
}
