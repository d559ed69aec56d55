import type { Conversation } from '@/server/queries/conversation';

/** What is said on one place, as far as its cell shows it. */
export interface PlaceTalk {
  /** A remark without an answer. */
  hasRemark: boolean;
  /** Comments that are not resolved. */
  comments: number;
  isFollowed: boolean;
}

/** By cell id, and `text` for the contribution. Places of which nothing is said are left out. */
export function talkOf({ comments, followUps, remarks }: Conversation): Map<string, PlaceTalk> {
  const places = new Map<string, PlaceTalk>();
  const at = (anchor: string): PlaceTalk => {
    const place = places.get(anchor) ?? { hasRemark: false, comments: 0, isFollowed: false };
    places.set(anchor, place);
    return place;
  };
  for (const remark of remarks) if (remark.answer === null) at(remark.anchor).hasRemark = true;
  for (const comment of comments) if (comment.resolvedAt === null) at(comment.anchor).comments += 1;
  for (const { anchor } of followUps) at(anchor).isFollowed = true;
  return places;
}
