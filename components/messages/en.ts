import { adjust } from './en/adjust';
import { checks } from './en/checks';
import { clerk } from './en/clerk';
import { common } from './en/common';
import { material } from './en/material';
import { office } from './en/office';
import { practice } from './en/practice';
import { prose } from './en/prose';
import { report } from './en/report';
import { review } from './en/review';
import { seen } from './en/seen';
import { signOff } from './en/sign-off';
import { slips } from './en/slips';
import { talk } from './en/talk';
import type { Messages } from './zh';

export const en: Messages = {
  common,
  checks,
  clerk,
  review,
  office,
  prose,
  report,
  practice,
  seen,
  signOff,
  slips,
  talk,
  material,
  adjust,
};
