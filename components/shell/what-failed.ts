const reasons = ['storage_full', 'unavailable', 'work_failed', 'too_many'] as const;

/** Why the server could not make a page, and the number under which its log has it. */
export interface WhatFailed {
  reason: 'fault' | (typeof reasons)[number];
  number: string;
}

/** What the server's digest says of a page that failed there; null: it failed in this browser. */
export function whatFailed(error: unknown): WhatFailed | null {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  if (digest === '') return null;
  const [kind = '', number] = digest.split('.');
  return { reason: reasons.find((one) => one === kind) ?? 'fault', number: number ?? kind };
}
