import type { Messages } from '../zh';

export const wording: Messages['wording'] = {
  context: 'Holds for every check from now on, reports under work included; editions stay as they are.',
  share: 'Most of a text that may repeat last year (%)',
  shareHint: (standard) =>
    `A text that repeats more than this of last year's report is to be rewritten. Blank: ${standard}%. Statutory phrases are not counted.`,
  shareWrong: 'A number from 1 to 100, or blank.',
  words: "The office's list of misprints",
  wordsHint:
    'One a line, as "misprint=what is meant"; the misprint alone will do. Names of leaders, units and platforms may stand here. Where one is found in a report, it is to be corrected or explained.',
  contactTitle: 'How the office is reached',
  contact: 'Person, telephone, room',
  contactHint:
    'It stands at the foot of every page, on the page of signing in, and wherever somebody is sent to the office. Empty: it is shown nowhere.',
  contactSave: 'Save how it is reached',
  contactSaved: 'Saved, and in the event log.',
  save: 'Save',
  saved: 'Saved, and recorded in the event log.',
};
