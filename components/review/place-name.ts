import { cellName, type Format } from '@/server/domain/formats';
import type { Messages } from '../messages/zh';

/** What a remark is pinned to, as a person would name it. */
export function placeName(format: Format, anchor: string, { review }: Messages): string {
  const cell = format.cells.get(anchor);
  return cell ? cellName(cell) : review.textPlace;
}
