import type { WritingMessages } from '../zh';

export const lists: WritingMessages['lists'] = {
  pager: 'Pages',
  page: (page, pages) => `Page ${page} of ${pages}`,
  all: (count) => `${count} in all`,
  previous: 'Previous',
  next: 'Next',
  find: 'Find',
  clear: 'Clear',
  found: (count) => `${count} found`,
  nothingFound: (search) => `Nothing found for "${search}"`,
  nothingFoundHint: 'Look for another word, or clear it to see all.',
};
