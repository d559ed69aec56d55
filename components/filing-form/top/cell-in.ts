import type { Cell, CellId, Format } from '@/server/domain/formats';
import type { Section } from '../section-tabs';

/** The cell one is in, where it is of the section that is shown: what one was in before stays known when another section is opened. */
export function cellIn(format: Format, focus: CellId | null, section: Section): Cell | null {
  const cell = focus === null ? undefined : format.cells.get(focus);
  return cell?.section === section ? cell : null;
}
