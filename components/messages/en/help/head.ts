import type { HelpText } from '../../help-text';

export const head: HelpText<'head'> = {
  signQuarter: {
    title: 'Sign a quarter before it leaves the unit',
    says: ['Where your unit asks for it, you sign once the clerk has filled in everything; only then can it be submitted.'],
    steps: [
      'Open "My tasks" and choose the quarter that waits for you; "Overview" names it too.',
      'Read the tables, the text and the explanations that will be submitted.',
      'Choose "Sign" and confirm.',
    ],
  },
  signReport: {
    title: 'Sign the annual report',
    says: [
      'When the office has sent the report round, it is in "Reports to sign" and the navigation shows a number. "Read and sign" begins with what changed, then the whole text.',
      'You sign what the page shows: when your part changes afterwards, your signature lapses and you sign again; other changes do not touch it. Until it is final you may "Withdraw signature".',
    ],
  },
};
