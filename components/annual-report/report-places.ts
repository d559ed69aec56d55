import type { Finding } from '@/server/domain/checks/check';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import type { CellId, ProseKey } from '@/server/domain/formats';
import type { ReportKey } from '@/server/domain/subject';
import type { ReportObstacle } from '@/server/domain/workflow';
import { cellElementId } from '../statutory-table/show-cell';
import { reportAddress } from './report-key';
import { textElementId } from './text/show-text';

/** The tabs beside the report, in their order, and the panels in each. A panel's name is its id in the page. */
export const tabs = ['check', 'text', 'final'] as const;
export type ReportTab = (typeof tabs)[number];

export const panels = {
  missing: 'check',
  findings: 'check',
  adjustments: 'check',
  chapters: 'text',
  numbers: 'text',
  material: 'text',
  signing: 'final',
  finalise: 'final',
  corrections: 'final',
  editions: 'final',
} as const satisfies Record<string, ReportTab>;
export type ReportPanel = keyof typeof panels;

/** The place of a finding: its key names it, in letters an address may have. */
export function findingId(finding: Pick<Finding, 'boundTo' | 'severity' | 'message'>): string {
  let hash = 5381;
  for (const letter of findingKey(finding)) hash = ((hash * 33) ^ (letter.codePointAt(0) ?? 0)) >>> 0;
  return `finding-${hash.toString(36)}`;
}

/** In which tab a place of the page is; null for one on the paper, or for none. */
export function tabOf(place: string): ReportTab | null {
  if (place.startsWith('finding-')) return 'check';
  return Object.hasOwn(panels, place) ? panels[place as ReportPanel] : null;
}

/** Where an obstacle is dealt with. */
export function placeOfObstacle(obstacle: ReportObstacle): string {
  switch (obstacle.kind) {
    case 'not_filled':
    case 'unreadable':
    case 'left_to_nobody':
    case 'unknown_openings':
    case 'open_remark':
      return 'findings' satisfies ReportPanel;
    case 'must_fix':
    case 'confirm':
      return findingId(obstacle.finding);
    case 'empty_chapter':
    case 'carried_paragraph':
      return textElementId(obstacle.key);
    case 'adjustment':
      return 'adjustments' satisfies ReportPanel;
    case 'untyped_number':
    case 'broken_number':
      return 'numbers' satisfies ReportPanel;
    case 'signature':
    case 'sign_off':
      return 'signing' satisfies ReportPanel;
  }
  return obstacle satisfies never;
}

/** The tab whose count an obstacle is in: what is to be written on the paper is of the texts. */
export function tabOfObstacle(obstacle: ReportObstacle): ReportTab {
  return tabOf(placeOfObstacle(obstacle)) ?? 'text';
}

export function addressOfPlace(key: ReportKey, place: string): string {
  return `${reportAddress(key)}#${place}`;
}

/** Where a figure is followed back to whoever typed it. */
export function traceAddress(key: ReportKey, cell: CellId): string {
  return addressOfPlace(key, `${tracePrefix}${cell}`);
}

/** Where a figure stands on the paper. */
export function figureAddress(key: ReportKey, cell: CellId): string {
  return addressOfPlace(key, cellElementId(cell));
}

const tracePrefix = 'trace-';
const figurePrefix = cellElementId('');

/** The figure that a place of the page names, and whether it is followed back. */
export function figureAt(place: string): { cell: CellId; isTraced: boolean } | null {
  if (place.startsWith(tracePrefix)) return { cell: place.slice(tracePrefix.length), isTraced: true };
  return place.startsWith(figurePrefix) ? { cell: place.slice(figurePrefix.length), isTraced: false } : null;
}

/** The chapter in whose editor somebody is to begin. */
export function addressOfText(key: ReportKey, text: ProseKey): string {
  return addressOfPlace(key, textElementId(text));
}
