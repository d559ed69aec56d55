import type { Sentence } from '../sentence';

/** What a file may be, by its content. */
export const attachmentTypes = ['pdf', 'png', 'jpeg', 'docx', 'xlsx'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** What a file is evidence for: a 说明 or 放行, an answer to the office's question, a local fact. */
export const attachedTo = ['explanation', 'contribution', 'fact'] as const;
export type AttachedTo = (typeof attachedTo)[number];

/** The one thing a file hangs on. */
export interface AttachmentPlace {
  about: AttachedTo;
  /** Of the explanation, the request or the fact. */
  aboutId: string;
}

export const contentTypes: Readonly<Record<AttachmentType, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The names that a file of each type may end with; the first is given where it ends otherwise. */
export const endings: Readonly<Record<AttachmentType, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  docx: ['docx'],
  xlsx: ['xlsx'],
};

/** Why a file is not taken, with what to do about it: what, why, how. */
export function notTaken(why: Sentence, way: Sentence): Sentence {
  return { zh: `${why.zh}，没有添加。${way.zh}`, en: `${why.en}. It was not added. ${way.en}` };
}
