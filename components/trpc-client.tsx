'use client';

import { createTRPCClient, httpBatchLink, type TRPCClient, TRPCClientError } from '@trpc/client';
import { createContext, type ReactNode, useContext, useState } from 'react';
import superjson from 'superjson';
import type { AppRouter } from '@/server/api/root';
import { personHeader } from '@/server/domain/person-header';
import type { Sentence } from '@/server/domain/sentence';
import { isOnWire, unpack } from '@/server/domain/wire';
import { notedFetch } from './shell/contact';

const maxCallsPerBatch = 20;

/** Told to the window when an answer says that the person of the page is not who is signed in, or nobody is. */
export const refusedPerson = 'nianbao:refused-person';

const unauthorized = 401;
/** A batch whose calls were answered differently. */
const mixed = 207;

/** Whatever is asked by it says for whom the page was opened: added here once, so that no act can leave it out. */
function newClient(personId: string | null) {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: '/api/trpc',
        transformer: {
          serialize: superjson.serialize,
          deserialize: (sent) => (isOnWire(sent) ? unpack(sent.packed) : superjson.deserialize(sent)),
        },
        maxItems: maxCallsPerBatch,
        headers: personId ? { [personHeader]: personId } : {},
        async fetch(address, options) {
          const answer = await notedFetch(address, options as RequestInit);
          if (personId && (answer.status === unauthorized || answer.status === mixed)) window.dispatchEvent(new Event(refusedPerson));
          return answer;
        },
      }),
    ],
  });
}

const ClientContext = createContext<TRPCClient<AppRouter> | null>(null);

/**
 * The way to the server of every page. What asks and keeps answers (`trpc-queries`) comes with the pages that need it.
 *
 * @param personId whose page this is; null on the pages of nobody: signing in, one-time links. For another person it is made anew, by its key.
 */
export function TrpcProvider({ personId = null, children }: { personId?: string | null; children: ReactNode }) {
  const [client] = useState(() => newClient(personId));
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
