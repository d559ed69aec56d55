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
  findUnit: 'Find a unit',
  findUnitHint: 'Part of its name, or initials of its pinyin',
  firstOf: (shown, of) => `The first ${shown} of ${of}`,
};
