import { counted } from '@/server/domain/plural';
import type { Messages } from '../zh';

export const seen: Messages['seen'] = {
  title: 'Changes since you looked',
  count: (n) => `${counted(n, 'change')}. The page now shows what stands; look at the changes, then go on.`,
  nothing: 'Nothing is different.',
  unknown: 'The changes cannot be listed one by one. Check the page again as it is now.',
  place: 'Place',
  before: 'You saw',
  after: 'Now',
  who: 'By whom, when',
  blank: '(not filled)',
  text: 'Text',
  declared: 'Nothing this period',
  isDeclared: 'declared',
  notDeclared: 'not declared',
  explanation: (rule) => `Explanation (rule ${rule})`,
  exceptionSigned: (rule) => `Exception countersigned (rule ${rule})`,
  nobody: "follows from the unit's powers or openings",
  newSubmission: (n) => `Submission ${n} stands now`,
  goOn: 'Seen, go on',
  blocked: 'Look at the changes above first.',
};
