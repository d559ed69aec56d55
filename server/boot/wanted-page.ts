import type { IncomingHttpHeaders } from 'node:http';

/** How the address of a page travels to it, which Next does not tell. Whatever a client sent under this name is overwritten. */
export const wantedHeader = 'x-nianbao-wanted';

/** Whether a page is fetched ahead of anybody who wants it travels under this name. Whatever a client sent under it is overwritten. */
export const aheadHeader = 'x-nianbao-ahead';

/** By Next's router, or by the browser itself: no visit. */
export function isAhead(headers: IncomingHttpHeaders): boolean {
  const purpose = String(headers['sec-purpose'] ?? headers.purpose ?? '');
  return 'next-router-prefetch' in headers || 'next-router-segment-prefetch' in headers || purpose.includes('prefetch');
}

/**
 * The page a request is for, as a path with its query: without the mark by which Next asks for a page's data alone. Of whatever was sent, also of
 * what is no address (`//`): whoever leads there judges it (`domain/own-address.ts`).
 */
export function wantedPage(url: string): string {
  const [path = '/', ...query] = url.split('?');
  const searchParams = new URLSearchParams(query.join('?'));
  searchParams.delete('_rsc');
  return searchParams.size === 0 ? path : `${path}?${searchParams}`;
}
