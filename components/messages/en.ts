import { checks } from './en/checks';
import { clerk } from './en/clerk';
import { common } from './en/common';
import { office } from './en/office';
import { report } from './en/report';
import { review } from './en/review';
import { talk } from './en/talk';
import type { Messages } from './zh';

export const en: Messages = { common, checks, clerk, review, office, report, talk };
