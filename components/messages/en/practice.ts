import type { Messages } from '../zh';

export const practice: Messages['practice'] = {
  name: 'Practice',
  band: 'Practice: counts towards nothing',
  bandHint: 'Filled in, submitted and reviewed like the real quarter; never in progress, roll-up, reports or past values.',
  over: 'This practice is over and empty.',
  toReal: 'To the real quarter',
  clear: 'Clear and start again',
  clearTitle: 'Clear the practice',
  clearQuestion:
    'All figures, text, explanations and remarks of the practice are removed, and it starts again. The real quarter is untouched; the event log keeps that you practised.',
  clearDone: 'The practice is cleared.',
  end: 'End practice',
  endTitle: 'End the practice',
  endQuestion:
    'Everything in the practice is removed, and it leaves the task and review lists. The real quarter is untouched, and you can practise again later.',
  endDone: 'The practice is over.',
  section: 'Practice (counts towards nothing)',
  invite: 'Practise first',
  inviteHint:
    'Practise entering, submitting and recalling on an empty form of your quarter; reviewers can practise reviewing it. Practice counts towards nothing and can be cleared at any time.',
  start: (period) => `Start practising: ${period}`,
  started: 'Practice has started.',
  proceed: 'Go on practising',
  title: (title) => `Practice: ${title}`,
  approveHint: 'This is practice: approved, it counts towards nothing.',
  approved: 'The practice is approved. It counts towards nothing.',
  print: 'Practice form: counts towards nothing, not to be submitted',
};
