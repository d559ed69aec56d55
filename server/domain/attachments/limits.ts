/** A scan of some twenty pages. What is larger is no evidence of one figure. */
export const maxAttachmentBytes = 10_000_000;
/** On one explanation, answer or fact. */
export const maxAttachments = 20;
/** A file travels, and lies in the database, in pieces of this size: one fits the door of procedures as JSON beside what else is asked, and holds nobody up. */
export const pieceBytes = 384 * 1024;
export const maxPieces = Math.ceil(maxAttachmentBytes / pieceBytes);
/** Files of one person that are on their way at once; a further one takes the place of the oldest. */
export const maxUploads = 5;
/** What did not arrive whole is let go after this. */
export const uploadKeptMs = 86_400_000;
