import type { Messages } from '../../zh';

export const ruleNotes: Messages['office']['ruleNotes'] = {
  title: 'Notes on rules',
  find: 'Find by unit, rule or words of the note',
  context:
    'Where clerks and reviewers say that a rule is wrong. A note changes no finding; a rule that is indeed wrong can be switched off with its reason in the overlay file.',
  open: (n) => (n === 0 ? 'No note waits for an answer.' : `${n} waiting for an answer.`),
  columns: { rule: 'Rule', text: 'Note', where: 'Unit and period', who: 'By', answer: 'Answer' },
  reportOf: (year) => `Annual report ${year}`,
  answer: 'Answer',
  answerOf: (rule, who) => `Answer ${who} about rule ${rule}`,
  change: 'Change answer',
  answerTitle: (rule) => `Answer the note on rule ${rule}`,
  answerLabel: 'Answer (shown to its author beside the finding)',
  answered: 'Answered.',
  emptyTitle: 'No notes yet',
  emptyHint: 'What is written under "This rule is wrong" on a finding appears here.',
};
