/** How the address of a page travels to it, which Next does not tell. Whatever a client sent under this name is overwritten. */
export const wantedHeader = 'x-nianbao-wanted';

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
