import { counted } from '@/server/domain/plural';
import type { Messages } from '../../zh';

export const found: Messages['office']['found'] = {
  context: (year) => `What the rules of now find in every quarter that was submitted in ${year}: looked at before anybody signs`,
  filter: 'Which findings',
  quarter: 'Quarter',
  allQuarters: 'Whole year',
  weight: 'Weight',
  weights: { weighty: 'Must fix and confirm', must_fix: 'Must fix', confirm: 'Confirm', hint: 'Hints', all: 'All' },
  state: 'Answered',
  states: { all: 'All', open: 'Not answered', explained: 'Explained', excepted: 'Excepted' },
  rule: 'Rule',
  allRules: 'All rules',
  ruleOption: (id, sentence, count) => `${id} ${sentence} (${count})`,
  unit: 'Unit name',
  ask: 'Filter',
  clear: 'Clear',
  counted: (count, units) => (count === 0 ? 'No findings' : `${counted(count, 'finding')} in ${counted(units, 'unit')}`),
  open: (count) => `${count} not answered`,
  answered: (count) => `${count} explained or excepted`,
  left: (count) =>
    `${counted(count, 'more is', 'more are')} being checked by the rules of now and listed as soon as that is done; a file waits for them`,
  leftNone: 'All are checked and listed.',
  lookAgain: 'Look again',
  lookedAt: (submissions, not) =>
    `${counted(submissions, 'submission')} looked at${not > 0 ? `; ${counted(not, 'quarter is', 'quarters are')} still with the units and will be listed once submitted` : ''}`,
  ofRule: (count, units) => `${counted(count, 'finding')}, ${counted(units, 'unit')}`,
  notExplained: 'No explanation',
  nothing: 'No such findings',
  nothingHint: 'Ask for something else, or clear the filter.',
  nothingYet: (left) => `${counted(left, 'submission is', 'submissions are')} being checked`,
  nothingYetHint: 'None so far among those that are checked; the rest is listed as soon as that is done.',
  nothingSubmitted: 'Nothing is submitted yet',
  nothingSubmittedHint: 'What is found in each submission stands here once units submit.',
  files: { xlsx: 'Excel list', csv: 'CSV list' },
};
