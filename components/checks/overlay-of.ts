import { type Overlay, overlayFrom } from '@/server/domain/checks';
import { withWording } from '@/server/domain/checks/office-wording';
import type { OfficeRules } from '@/server/queries/office-rules';

/** What the server runs on reports, put together again in the browser. */
export function overlayOf({ overlay, wording }: OfficeRules): Overlay | null {
  return withWording(overlayFrom(overlay), wording);
}
