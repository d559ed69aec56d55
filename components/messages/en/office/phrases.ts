import { counted } from '@/server/domain/plural';
import type { Messages } from '../../zh';

export const phrases: Messages['office']['phrases'] = {
  title: 'Phrases',
  context:
    'Sentences that reviewers can take over into remarks and reasons. Retired ones are no longer offered; remarks already written keep their words.',
  count: (n) => counted(n, 'phrase'),
  columns: { place: 'Place', text: 'Phrase', who: 'Written', acts: 'Acts' },
  add: 'Add a phrase',
  addTitle: 'Add a phrase',
  addAct: 'Add',
  changeTitle: 'Change the phrase',
  changeAct: 'Save',
  label: 'Phrase',
  hint: (most) => `One sentence for the clerk: what to check and how to mend it. At most ${most} characters.`,
  change: 'Change',
  changeOf: (text) => `Change: ${text}`,
  up: 'Up',
  upOf: (text) => `Up: ${text}`,
  down: 'Down',
  downOf: (text) => `Down: ${text}`,
  retire: 'Retire',
  retireOf: (text) => `Retire: ${text}`,
  added: 'Added.',
  changed: 'Changed.',
  moved: (place) => `Moved to place ${place}.`,
  retired: (text) => `Retired: ${text}`,
  emptyTitle: 'There are no phrases yet',
  emptyHint: 'Keep here what is written again and again when filings are returned; Alt+↓ takes it over while writing a remark.',
};
