import { cellName, type Format } from '@/server/domain/formats';
import { paragraphNumber } from '@/server/domain/workflow';
import type { Messages } from '../messages/zh';

/** What a remark is pinned to, as a person would name it. */
export function placeName(format: Format, anchor: string, { review }: Messages): string {
  const cell = format.cells.get(anchor);
  if (cell) return cellName(cell);
  const paragraph = paragraphNumber(anchor);
  return paragraph === null ? review.textPlace : review.paragraphPlace(paragraph);
}
