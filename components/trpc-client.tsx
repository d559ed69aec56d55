'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { type ReactNode, useState } from 'react';
import superjson from 'superjson';
import type { AppRouter } from '@/server/api/root';
import type { Sentence } from '@/server/domain/checks/check';

export const { TRPCProvider: InnerProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

const mostCallsPerBatch = 20;

function newClient() {
  return createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: '/api/trpc', transformer: superjson, maxItems: mostCallsPerBatch })] });
}

/** Queries are never repeated behind a person's back: what is on the screen changes when they act. */
function newQueryClient() {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: false }, mutations: { retry: false } },
  });
}

export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  const [trpcClient] = useState(newClient);
  return (
    <QueryClientProvider client={queryClient}>
      <InnerProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </InnerProvider>
    </QueryClientProvider>
  );
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
