import { createTRPCClient, httpBatchLink } from '@trpc/client';
import superjson from 'superjson';
import type { AppRouter } from '@/server/api/root';
import { personHeader } from '@/server/domain/person-header';
import { isOnWire, unpack } from '@/server/domain/wire';
import { refusedPerson } from './refused-person';
import { notedFetch } from './shell/contact';

const maxCallsPerBatch = 20;
const unauthorized = 401;
/** A batch whose calls were answered differently. */
const mixed = 207;

/** Whatever is asked by it says for whom the page was opened: added here once, so that no act can leave it out. */
export function newClient(personId: string | null) {
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
