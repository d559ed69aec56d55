import { counted } from '@/server/domain/plural';
import type { Messages } from '../zh';

export const signOff: Messages['signOff'] = {
  title: 'Signature inside the unit',
  waiting: (heads) => (heads ? `Waiting for the signature of ${heads}` : 'Waiting for the signature of the head of the unit'),
  noHead: 'This unit has no head yet. An administrator has to give somebody the post under People; until then nothing can be submitted.',
  signedBy: (name, at) => `Signed by ${name} on ${at}`,
  outdated: (count) => `Changed since the signature: ${counted(count, 'place')}`,
  outdatedHint: (name, at) =>
    `What ${name} signed on ${at} is the content before these changes. It has to be signed again before it is submitted.`,
  signFirst: 'Waiting for the signature of the head of the unit.',
  signAgain: 'Changed since the signature; the head of the unit has to sign again.',
  was: 'when signed',
  now: 'now',
  empty: '(empty)',
  text: 'The text was changed',
  declarations: 'A declaration of "nothing this period" was changed',
  carried_in: 'The previous closing moved, and the openings carried in with it',
  ask: (unit, period) => `You are about to sign what ${unit} will submit for ${period}. Make sure that it is what you read.`,
  parts:
    'What is signed: all figures of tables two, three and four (with declarations of nothing and local indicators), the text, the explanations.',
  contentHash: (short) => `Content ${short}`,
  confirm: 'Sign',
  sign: 'Sign',
  hint: 'You sign what this page shows. Any later change ends the signature, and it has to be signed again.',
  done: 'Signed. The clerk can submit it.',
  again: 'What this page shows is signed.',
  printed: 'Head of the unit (signed in the system)',
  unsettled: (count) => `The clerk still has ${counted(count, 'thing')} to settle; then it can be signed.`,
  ownWork: 'You wrote into this quarter yourself; another head of the unit has to sign it.',
  checkTitle: (period) => `Check and sign · ${period}`,
  back: 'Back to the list',
  readForm: 'See the form',
  tables: 'The tables you sign',
  listTitle: 'To sign',
  context: (ready, practising) =>
    ready + practising === 0
      ? 'Nothing waits for your signature'
      : [
          ...(ready > 0 ? [`${counted(ready, 'quarter waits', 'quarters wait')} for your signature`] : []),
          ...(practising > 0 ? [`${counted(practising, 'practice quarter')} can be signed for practice`] : []),
        ].join(', '),
  ready: 'Ready to sign',
  filling: (count) => `Being filled in, ${count} left`,
  resign: 'Changed; to be signed again',
  signed: 'Signed, not submitted yet',
  toSign: 'Check and sign',
  look: 'View',
  gone: 'Quarters that were submitted',
  noneNeeded: 'Your unit asks for no signature',
  noneNeededHint: 'Once an administrator switches on the signature before submission, quarters that the clerk has filled in appear here.',
  noneYet: 'No quarter waits for your signature yet',
  noneYetHint: 'Quarters appear here when the clerk begins; you sign once they are filled in and their findings are settled.',
  unitSwitch: 'The head of the unit signs before submission',
  unitSwitchHint:
    'Then the unit cannot submit without a signature under the current content. Give somebody the post of head under People as well.',
  unitBadge: 'Signs before submission',
  reviewer: (name, at) => `signed by ${name}, head of the unit, on ${at}`,
};
