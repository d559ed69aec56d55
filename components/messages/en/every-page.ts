import type { EveryPageMessages } from '../zh';
import { clerk } from './clerk';
import { common } from './common';
import { practice } from './practice';
import { ruleTalk } from './rule-talk';
import { seen } from './seen';
import { signOff } from './sign-off';
import { slipMarks } from './slip-marks';
import { talk } from './talk';

/** The words that every page brings to the browser. */
export const everyPage: EveryPageMessages = {
  ruleTalk,
  clerk,
  common,
  practice,
  seen,
  signOff,
  slipMarks,
  talk,
};
