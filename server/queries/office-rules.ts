import type { Reader } from '@/db/store';
import { type Overlay, versionWith } from '@/server/domain/checks';
import type { OfficeWording } from '@/server/domain/checks/office-wording';
import { type ListedRule, listRules } from '@/server/domain/checks/rule-list';
import { officeOverlay, officeWording } from '@/server/views/office-overlay';

/** What a browser needs to check as this office does: the overlay's own text, and what the office has set for words. */
export interface OfficeRules {
  overlay: string | null;
  wording: OfficeWording;
}

export async function loadOfficeRules(reader: Reader, deployment: Overlay | null): Promise<OfficeRules> {
  return { overlay: deployment?.text ?? null, wording: await officeWording(reader) };
}

/** Every rule as this office runs it, for reading. */
export async function listOfficeRules(reader: Reader, deployment: Overlay | null): Promise<{ rules: ListedRule[]; packVersion: string }> {
  const overlay = await officeOverlay(reader, deployment);
  return { rules: listRules(overlay), packVersion: versionWith(overlay) };
}
