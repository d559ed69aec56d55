/** How the address of a page travels to it, which Next does not tell. Whatever a client sent under this name is overwritten. */
export const wantedHeader = 'x-nianbao-wanted';

/** The page a request is for, as a path with its query: without the mark by which Next asks for a page's data alone. */
export function wantedPage(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  searchParams.delete('_rsc');
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`;
}
