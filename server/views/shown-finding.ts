import { createHash } from 'node:crypto';
import type { Finding } from '@/server/domain/checks/check';
import type { ReportDocument } from '@/server/domain/report/report-document';
import type { SignableDifference } from '@/server/domain/signing';
import { mostNames } from '@/server/domain/some-names';
import type { ReportObstacle } from '@/server/domain/workflow';

/** What travels as it is. A finding that names every unit of a city has its names in the message, in both languages, and in what it is bound to. */
const mostCharacters = 400;
const separator = '、';
export const namesShown = 20;

/** A finding as a page shows it: a list of a thousand names in its first ones, and what it is bound to as `shownBound` has it. */
export function shownFinding(finding: Finding): Finding {
  const { left, message, boundTo } = finding;
  if (boundTo.length <= mostCharacters) return finding;
  const names = typeof left === 'string' ? left.split(separator) : [];
  const isCut = typeof left === 'string' && left.length > mostCharacters && names.length > namesShown;
  if (!isCut) return { ...finding, boundTo: shownBound(boundTo) };
  const first = `${names.slice(0, namesShown).join(separator)}……`;
  const cut = (text: string) => text.split(left).join(first);
  return { ...finding, left: first, message: { zh: cut(message.zh), en: cut(message.en) }, boundTo: shownBound(boundTo) };
}

/** What a finding is bound to, or the hash of it where that is long: the page only asks whether two are the same, and sends it back. */
export function shownBound(boundTo: string): string {
  return boundTo.length <= mostCharacters ? boundTo : `sha256:${createHash('sha256').update(boundTo).digest('hex')}`;
}

/** Whether what came back from a page is this: as it is, or as it was shown. */
export function isBoundTo(finding: Pick<Finding, 'boundTo'>, said: string): boolean {
  return finding.boundTo === said || shownBound(finding.boundTo) === said;
}

export function shownObstacle(obstacle: ReportObstacle): ReportObstacle {
  if (obstacle.kind === 'confirm') return { ...obstacle, finding: shownFinding(obstacle.finding) };
  if (obstacle.kind !== 'must_fix') return obstacle;
  const { finding, exception } = obstacle;
  return { ...obstacle, finding: shownFinding(finding), exception: exception && { ...exception, boundTo: shownBound(exception.boundTo) } };
}

/** What a report prints as a page shows it: the note on the units it lacks names the first of a thousand. The files name all of them. */
export function shownDocument({ blocks, missingUnits }: ReportDocument): Pick<ReportDocument, 'blocks'> & { isCut: boolean } {
  const isCut = missingUnits.length > mostNames;
  if (!isCut) return { blocks, isCut };
  const all = missingUnits.join(separator);
  const first = `${missingUnits.slice(0, namesShown).join(separator)}……`;
  return { blocks: blocks.map((block) => (block.kind === 'note' ? { ...block, text: block.text.split(all).join(first) } : block)), isCut };
}

/** What changed as a page shows it: of a thousand lines that went or came the first, and how many there are. */
export function shownLines(difference: SignableDifference): SignableDifference {
  const some = (lines: readonly string[]) =>
    lines.length > mostNames ? [...lines.slice(0, namesShown), `……（共 ${lines.length} 条）`] : lines;
  return { ...difference, lists: difference.lists.map(({ part, gone, come }) => ({ part, gone: some(gone), come: some(come) })) };
}
