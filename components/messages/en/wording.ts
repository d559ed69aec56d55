import type { Messages } from '../zh';

export const wording: Messages['wording'] = {
  context: 'Holds for every check from now on, reports under work included; editions stay as they are.',
  share: 'Most that may be as last year (%)',
  shareHint: (standard) =>
    `A text of which more than this stood in last year's report is to be rewritten. Blank: ${standard}%. Statutory phrases are left out.`,
  shareWrong: 'A number from 1 to 100, or blank.',
  words: "The office's list of slips",
  wordsHint:
    'A line each, “slip=what is meant”; the slip alone will do. Names of leaders, units and platforms may stand here. Where a slip stands in a report it is to be corrected or explained.',
  save: 'Save',
  saved: 'Saved, and recorded in the event log.',
};
