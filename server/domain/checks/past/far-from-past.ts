import type { CellId } from '../../formats';
import type { Finding } from '../check';

/** The rules that hold a quarter against its own past. */
const farFromPast: ReadonlySet<string> = new Set(['q-jump', 'q-swap', 'q-ytd']);

/**
 * Those findings that ask about figures far from what is usual, of one cell or of all. A screen that marks such a figure asks here, so that the
 * mark and the question are one decision.
 */
export function findingsFarFromPast(findings: readonly Finding[], cell: CellId | null = null): Finding[] {
  return findings.filter((finding) => farFromPast.has(finding.rule) && (cell === null || finding.cells.includes(cell)));
}
