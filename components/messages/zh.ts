import { adjust } from './zh/adjust';
import { checks } from './zh/checks';
import { clerk } from './zh/clerk';
import { common } from './zh/common';
import { material } from './zh/material';
import { office } from './zh/office';
import { practice } from './zh/practice';
import { prose } from './zh/prose';
import { report } from './zh/report';
import { review } from './zh/review';
import { seen } from './zh/seen';
import { signOff } from './zh/sign-off';
import { slips } from './zh/slips';
import { talk } from './zh/talk';

/** The words of the screen, by room. `en` is typed by this, so the compiler finds a missing one. */
export const zh = { common, checks, clerk, review, office, prose, report, practice, seen, signOff, slips, talk, material, adjust };

/** Every string or function of strings may read differently; the keys may not. */
type Words<T> = {
  [K in keyof T]: T[K] extends string ? string : T[K] extends (...args: infer A) => string ? (...args: A) => string : Words<T[K]>;
};
export type Messages = Words<typeof zh>;
