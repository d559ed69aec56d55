import type { ProseNumber } from '@/server/domain/prose';
import { type LiveKind, liveKind } from './describe-number';

/** The kind under which the editor counts a number; dates and references are none. */
export function describeKind({ state, token }: ProseNumber): LiveKind | 'untyped' | null {
  if (state === 'literal') return null;
  if (state === 'untyped' || state === 'broken') return state;
  return token ? liveKind(token) : null;
}
