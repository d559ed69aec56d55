import { type Figure, parseFigure, printFigure } from '@/server/domain/figures';
import type { Cell } from '@/server/domain/formats';

export type ComparedTotal = { kind: 'empty' | 'unreadable' | 'unknown' | 'same' } | { kind: 'differs'; by: string };

/** A total somebody added up by themselves against the computed one; `by` is theirs less ours, with its sign. */
export function compareTotal(text: string, computed: Figure, cell: Cell): ComparedTotal {
  const own = parseFigure(text, cell);
  if (own.kind === 'empty') return { kind: 'empty' };
  if (own.kind === 'unreadable') return { kind: 'unreadable' };
  if (computed.state !== 'number') return { kind: 'unknown' };
  const by = own.value - computed.value;
  if (by === 0) return { kind: 'same' };
  const decimals = Math.max(own.decimals, computed.decimals);
  return { kind: 'differs', by: `${by > 0 ? '+' : '−'}${printFigure({ state: 'number', value: Math.abs(by), decimals }, cell)}` };
}
