import { findFiling, findUnit, listAttachments, type Reader } from '@/db/store';
import { type AttachmentPlace, type AttachmentType, maxAttachments } from '@/server/domain/attachments';
import { can } from '@/server/domain/permissions';
import { type Actor, filingTarget } from '@/server/views/access';
import { type AttachmentThing, filesStandUpTo, requireReadableThing } from '@/server/views/attachment-thing';
import { withNames } from '@/server/views/person-names';

export interface ShownAttachment {
  id: string;
  name: string;
  type: AttachmentType;
  size: number;
  addedBy: string;
  addedAt: string;
  /** It was put on what was said of the same finding while its figures were others. */
  isEarlier: boolean;
  /** False also where something signed rests on it. */
  mayRemove: boolean;
}

export interface AttachmentList {
  files: readonly ShownAttachment[];
  mayAdd: boolean;
  /** What else of this kind the files here were put on, this itself among it. */
  togetherWith: readonly string[];
}

/** The files on something that somebody wrote. @throws Refused not_found, also for what is not yours to know of */
export async function loadAttachments(reader: Reader, actor: Actor, place: AttachmentPlace): Promise<AttachmentList> {
  const thing = await requireReadableThing(reader, actor, place);
  const mayWrite = await mayWriteThing(reader, actor, thing);
  const files = await listAttachments(reader, place.about, thing.togetherWith);
  const upTo = mayWrite && files.length > 0 ? await filesStandUpTo(reader, thing) : null;
  return withNames(reader, (nameOf) => ({
    files: files.map(({ id, name, type, size, addedBy, addedAt, aboutId }) => ({
      ...{ id, name, type, size, addedBy: nameOf(addedBy), addedAt: addedAt.toISOString() },
      isEarlier: aboutId !== place.aboutId,
      mayRemove: mayWrite && (upTo === null || addedAt > upTo),
    })),
    mayAdd: mayWrite && files.length < maxAttachments,
    togetherWith: thing.togetherWith,
  }));
}

async function mayWriteThing(reader: Reader, actor: Actor, thing: AttachmentThing): Promise<boolean> {
  if (thing.of === 'filing') {
    const filing = await findFiling(reader, thing.ownerId);
    return filing !== null && can(actor.posts, 'filing.explain', await filingTarget(reader, filing)) === 'allowed';
  }
  const isAnswer = thing.of === 'contribution';
  if (isAnswer ? thing.isWithdrawn : thing.isRetired) return false;
  const unit = await findUnit(reader, isAnswer ? thing.unitId : thing.report.unitId);
  const action = isAnswer ? 'contribution.answer' : thing.about === 'fact' ? 'report.edit' : 'report.explain';
  return unit !== null && can(actor.posts, action, { unitPath: unit.path, status: null }) === 'allowed';
}
