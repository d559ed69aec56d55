import { createTRPCClient, httpLink } from '@trpc/client';
import superjson from 'superjson';
import type { AppRouter } from '@/server/api/root';
import { notedFetch } from '../shell/contact';

const client = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: '/api/trpc',
      transformer: superjson,
      methodOverride: 'POST',
      fetch: (address, options) => notedFetch(address, options as RequestInit),
    }),
  ],
});

/** Asks what a workbook would change. The file does not fit into an address, so this one question is posted. */
export const askPreview: typeof client.workbook.preview.query = (input) => client.workbook.preview.query(input);
