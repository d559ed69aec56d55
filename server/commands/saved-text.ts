/** What becomes of a text that is saved against the version it was based on. */
export type SavedText =
  | { outcome: 'saved' | 'same'; version: number }
  | { outcome: 'conflict'; version: number; text: string; savedBy: string; savedAt: string };
