import { cellName, type Format } from '@/server/domain/formats';
import { paragraphNumber } from '@/server/domain/workflow';
import type { EveryPageMessages } from '../messages/zh';

/** A place of a filing as a person would name it: a cell, the text, or a paragraph of it. */
export function placeOf(format: Format, anchor: string, { talk }: EveryPageMessages): string {
  const cell = format.cells.get(anchor);
  if (cell) return cellName(cell);
  const paragraph = paragraphNumber(anchor);
  return paragraph === null ? talk.text : talk.paragraph(paragraph);
}
