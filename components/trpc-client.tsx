'use client';

import { createTRPCClient, httpBatchLink, type TRPCClient, TRPCClientError } from '@trpc/client';
import { createContext, type ReactNode, useContext, useState } from 'react';
import superjson from 'superjson';
import type { AppRouter } from '@/server/api/root';
import type { Sentence } from '@/server/domain/sentence';
import { notedFetch } from './shell/contact';

const maxCallsPerBatch = 20;

function newClient() {
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: '/api/trpc', transformer: superjson, maxItems: maxCallsPerBatch, fetch: notedFetch })],
  });
}

const ClientContext = createContext<TRPCClient<AppRouter> | null>(null);

/** The way to the server of every page. What asks and keeps answers (`trpc-queries`) comes with the pages that need it. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const [client] = useState(newClient);
  return <ClientContext value={client}>{children}</ClientContext>;
}

export function useTRPCClient(): TRPCClient<AppRouter> {
  const client = useContext(ClientContext);
  if (!client) throw new Error('outside of TrpcProvider');
  return client;
}

export interface Refusal {
  code: string;
  sentence: Sentence;
  details: unknown;
}

/** Why the server said no, in words for a person; null for a lost connection and for bugs. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data = error.data as { refusal?: Refusal | null } | null | undefined;
  return data?.refusal ?? null;
}
