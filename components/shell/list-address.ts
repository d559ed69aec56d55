import type { Page } from '@/server/domain/paging';

/** What an address says, by name. */
export type AddressWords = Readonly<Record<string, string | number | null | undefined>>;

/** The address of a part of a list. What is as usual is left out of it: the first page, no search. */
export function listAddress(path: string, asked: AddressWords): string {
  const said = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' || value === 1 ? [] : [[name, String(value)]],
  );
  const query = new URLSearchParams(said);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** What an address asks of a list; what cannot be meant is not asked. */
export function askedPage(value: string | string[] | undefined): number | undefined {
  return typeof value === 'string' && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : undefined;
}

export function askedSearch(value: string | string[] | undefined): string | undefined {
  // By characters, not by halves of one.
  const words = typeof value === 'string' ? [...value.trim()].slice(0, 100).join('') : '';
  return words === '' ? undefined : words;
}

/** A list of one page needs no search, unless one has made it so short. */
export function isSearchable({ pages }: Page, search: string): boolean {
  return pages > 1 || search !== '';
}
