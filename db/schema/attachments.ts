import { attachedTo, attachmentTypes } from '@/server/domain/attachments/attachment';
import type { Kit } from '../kit';

/** Files that are evidence for what somebody wrote. */
export const attachmentTables = (k: Kit) => {
  /** One file on one thing. It is taken away by a mark: what it was, and its bytes, stay. */
  const attachments = k.table(
    'attachments',
    {
      id: k.text('id').primaryKey(),
      /** Whose events tell of it: the filing or the report of an explanation or a fact, the unit of an answer. */
      ownerType: k.oneOf('owner_type', ['filing', 'report', 'unit']).notNull(),
      ownerId: k.text('owner_id').notNull(),
      about: k.oneOf('about', [...attachedTo]).notNull(),
      aboutId: k.text('about_id').notNull(),
      /** SHA-256 of the bytes. */
      hash: k.text('hash').notNull(),
      name: k.text('name').notNull(),
      type: k.oneOf('type', [...attachmentTypes]).notNull(),
      size: k.int32('size').notNull(),
      addedBy: k.text('added_by').notNull(),
      addedAt: k.at('added_at').notNull(),
      removedBy: k.text('removed_by'),
      removedAt: k.at('removed_at'),
    },
    (t) => [k.index('attachments_about').on(t.about, t.aboutId), k.index('attachments_owner').on(t.ownerType, t.ownerId)],
  );

  /** The bytes of files, in pieces, so that nobody reads or writes much at once. */
  const filePieces = k.table(
    'file_pieces',
    {
      /** SHA-256 of the whole file, which stands here once however often it is attached; of one on its way, whose it is and its number. */
      file: k.text('file').notNull(),
      piece: k.int16('piece').notNull(),
      /** Whose file it is that is on its way; null: it has arrived. */
      sender: k.text('sender'),
      /** SHA-256 of the piece: what was judged is what is kept. */
      hash: k.text('hash').notNull(),
      sentAt: k.at('sent_at').notNull(),
      /** Last, so that SQLite finds the others without going through it. */
      bytes: k.hex('bytes').notNull(),
    },
    (t) => [k.pk({ columns: [t.file, t.piece] }), k.index('file_pieces_sender').on(t.sender)],
  );

  return { attachments, filePieces };
};
