/** Lines of a list that are shown at once. */
export const linesPerPage = 50;

/** Where somebody is in a list that is shown in pages. */
export interface Page {
  page: number;
  /** At least 1. */
  pages: number;
  /** Lines on all pages. */
  of: number;
}

/** The page that is asked for of a list; the last one where there are not so many. */
export function pageAt(of: number, asked = 1, perPage = linesPerPage): Page & { offset: number } {
  const pages = Math.max(1, Math.ceil(of / perPage));
  const page = Math.min(asked, pages);
  return { page, pages, of, offset: (page - 1) * perPage };
}

/** The same with the lines of that page. */
export function pageOf<T>(all: readonly T[], asked = 1, perPage = linesPerPage): { lines: T[]; at: Page } {
  const { offset, ...at } = pageAt(all.length, asked, perPage);
  return { lines: all.slice(offset, offset + perPage), at };
}
