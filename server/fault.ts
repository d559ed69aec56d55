import { storageTrouble } from '@/db/store';
import type { Sentence } from './domain/sentence';
import { Refused } from './errors';

/**
 * What a person is told of an error, at every door: the refusal it is, or the trouble of the store behind it. Null: a bug, of which nothing
 * is told but that it is known under this number.
 *
 * @param reference the request's number, by which the log has more
 */
export function refusalOf(error: unknown, reference: string): Refused | null {
  if (error instanceof Refused) return error;
  if (error instanceof Error && error.cause instanceof Refused) return error.cause;
  const trouble = storageTrouble(error);
  return trouble && new Refused(trouble === 'full' ? 'storage_full' : 'unavailable', troubles[trouble](reference));
}

const troubles: Record<'full' | 'unavailable', (reference: string) => Sentence> = {
  full: (reference) => ({
    zh: `服务器磁盘已满，暂时不能保存。请马上告诉管理员；腾出空间后再办理，表格里已填的会自动上传。（编号 ${reference}）`,
    en: `The server has no disk space left and cannot save now. Tell the administrator at once; what stands in a form is sent by itself when there is room. (Number ${reference})`,
  }),
  // Whether an act that was under way is done is not known when the connection broke: so it is not said.
  unavailable: (reference) => ({
    zh: `数据库暂时不可用，请稍后再试。表格里已填的会自动上传；刚才办理的事，请刷新后先看有没有办好。（编号 ${reference}）`,
    en: `The database cannot be reached now. Try again later: what stands in a form is sent by itself; of what you have just done, reload and look first whether it is done. (Number ${reference})`,
  }),
};

/** A bug, as it is told to a person. */
export function faultSentence(reference: string): Sentence {
  return {
    zh: `系统内部错误，已记录。请稍后重试；仍不行时，告诉管理员时请带上编号 ${reference}。`,
    en: `Something failed inside; it has been recorded. Please try again later; if it stays, give the administrator this number: ${reference}.`,
  };
}
