import { counted } from '@/server/domain/plural';
import type { Messages } from '../zh';

export const adopt: Messages['adopt'] = {
  title: 'Adopt a published report',
  link: 'Adopt a published report',
  context: (year) =>
    `Take in the JSON file of a report that was published${year === null ? '' : ` for ${year}`}, as an edition of that year. Look first, then adopt.`,
  file: 'Report file',
  target: 'Which report it is',
  unit: 'Unit',
  whole: (organ, scope) => `${organ} (${scope})`,
  fileSays: (organ, year, scope) => `The file says: ${organ}, ${year}, ${scope}.`,
  misfits: (n) => `The file is not the report that was chosen: ${counted(n, 'thing does', 'things do')} not fit`,
  same: 'It is the same organ, written differently',
  exists: (number) => `This report has edition ${number} already; the adopted one becomes edition ${number + 1}, and the old one stays.`,
  reason: 'Why it is adopted',
  reasonHint: 'For example "published on the website on 20 March 2026". It goes into the event log with your name.',
  asPrinted:
    'It is adopted as it was printed: figures that are not known stay unknown and are not 0, and what breaks a rule is taken too; the findings are for you to judge.',
  act: 'Adopt as an edition',
  done: (number) => `Adopted as edition ${number}.`,
  open: 'Open this report',
  rollOver: 'Roll over to a new year',
  empty: 'No file chosen yet',
  emptyHint: 'Once a file is chosen, its figures, texts and findings are shown here; nothing is stored yet.',
};
