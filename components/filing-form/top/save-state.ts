import type { Connection } from '../outbox/outbox';

export type SaveState =
  | 'typing'
  | 'signed_out'
  | 'offline'
  | 'full'
  | 'failing'
  | 'saving'
  | 'problems'
  | 'read_only'
  | 'saved'
  | 'nothing';

/**
 * What the save mark says. `saved` only when the server has answered for all of it: nothing is being composed, nothing on the
 * screen is not taken yet, and nothing of this form is left in the outbox.
 *
 * @source product.md F5
 */
export function saveState(of: {
  /** An input method is at work, or something typed is not in the outbox yet. */
  isTyping: boolean;
  /** Changes in the outbox that wait for the network or the person's session. */
  waiting: number;
  /** Changes that wait for their person. */
  problems: number;
  connection: Connection;
  canEdit: boolean;
  hasSaved: boolean;
}): SaveState {
  if (of.waiting > 0 && of.connection !== 'ok') return of.connection;
  if (of.isTyping) return 'typing';
  if (of.waiting > 0) return 'saving';
  if (of.problems > 0) return 'problems';
  if (!of.canEdit) return 'read_only';
  return of.hasSaved ? 'saved' : 'nothing';
}
