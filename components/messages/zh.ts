import type { attachments } from './zh/attachments';
import { everyPage } from './zh/every-page';
import { looks } from './zh/looks';
import { doors } from './zh/office/doors';
import { writing } from './zh/writing';

/** The words of the screen, by room. `en` is typed by this, so the compiler finds a missing one. */
export const zh = { ...everyPage, ...writing, doors, looks };

/** Every string or function of strings may read differently; the keys may not. */
type Words<T> = {
  [K in keyof T]: T[K] extends string ? string : T[K] extends (...args: infer A) => string ? (...args: A) => string : Words<T[K]>;
};

/** What every page brings to the browser (`useMessages`). */
export type EveryPageMessages = Words<typeof everyPage>;
/** What only the pages that write the report, those of the review and the office's, bring beside it (`useWritingMessages`). */
export type WritingMessages = Words<typeof writing>;
/** What the pages of those who are not signed in bring beside it (`useDoorMessages`). */
export type DoorMessages = Words<{ doors: typeof doors }>;
/** What comes with the files on an explanation, an answer or a fact. */
export type AttachmentMessages = Words<typeof attachments>;
/** What the page of all components says; its page hands them on. */
export type LooksMessages = Words<typeof looks>;
export type Messages = EveryPageMessages & WritingMessages;
/** Everything, for what the server writes itself. */
export type AllMessages = Messages & DoorMessages & { looks: LooksMessages };
