import type { ApprovalHistory } from './approval';

/** The signatures of 分管领导 under a filing, and the content that one has to be under (R1). */
export interface SignatureFacts {
  /** Content hash of the filing as it stands. */
  hash: string;
  /** Content hashes that were signed. */
  signed: readonly string[];
}

/** waiting: nothing was ever signed. outdated: something else was. signed: exactly this content. */
export type SignatureState = 'waiting' | 'outdated' | 'signed';

/** A signature is good while the content is what was signed: a content that was changed and changed back is signed again. */
export function signatureState({ hash, signed }: SignatureFacts): SignatureState {
  if (signed.includes(hash)) return 'signed';
  return signed.length > 0 ? 'outdated' : 'waiting';
}

/** Nobody signs for the unit what they wrote themselves, as nobody approves it (R4). */
export function maySign(personId: string, { writers }: Pick<ApprovalHistory, 'writers'>): 'allowed' | 'wrote_into_it' {
  return writers.has(personId) ? 'wrote_into_it' : 'allowed';
}
