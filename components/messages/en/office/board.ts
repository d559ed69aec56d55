import type { Messages } from '../../zh';

export const board: Messages['office']['board'] = {
  title: 'Board',
  context: (year) => `Where each unit stands in each quarter of ${year}`,
  years: 'Choose a year',
  unit: 'Unit',
  due: (day) => `due ${day}`,
  approved: (done, of) => `${done} of ${of} approved`,
  overdueCount: (count) => `${count} overdue`,
  notOpened: 'not open yet',
  noFiling: 'no filing',
  overdue: 'Overdue',
  show: 'Show',
  showing: { all: 'all units', unfinished: 'units with something unfinished', overdue: 'units with something overdue' },
  nothingToShow: 'No unit like this.',
  emptyTitle: 'No year yet',
  emptyHint: 'Once the administrator has created a year, this shows how far each unit is with each quarter.',
  missingYear: (year) => `There is no year ${year} yet`,
  noUnits: 'There are no units in this year. They appear here once the administrator adds them.',
  createYear: 'Create a year',
  createUnits: 'Add units',
};
