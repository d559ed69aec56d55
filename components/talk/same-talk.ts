import type { Conversation } from '@/server/queries/conversation';

/** Mostly nothing was said meanwhile, and nothing has to be drawn again. */
export function sameTalk(a: Conversation, b: Conversation): boolean {
  return (['comments', 'followUps', 'remarks'] as const).every((part) => JSON.stringify(a[part]) === JSON.stringify(b[part]));
}
