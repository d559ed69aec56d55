import type { EveryPageMessages } from '../zh';
import { checks } from './checks';
import { clerk } from './clerk';
import { common } from './common';
import { office } from './office';
import { practice } from './practice';
import { review } from './review';
import { seen } from './seen';
import { signOff } from './sign-off';
import { slips } from './slips';
import { talk } from './talk';

/** The words that every page brings to the browser. */
export const everyPage: EveryPageMessages = {
  checks,
  clerk,
  common,
  office,
  practice,
  review,
  seen,
  signOff,
  slips,
  talk,
};
