import { type Reader, readSetting } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { noWording, type OfficeWording, withWording } from '@/server/domain/checks/office-wording';

/** The rules as this office runs them on reports: the deployment's overlay with the office's wording. Null when both change nothing. */
export async function officeOverlay(reader: Reader, deployment: Overlay | null): Promise<Overlay | null> {
  return withWording(deployment, await officeWording(reader));
}

export async function officeWording(reader: Reader): Promise<OfficeWording> {
  return (await readSetting(reader, 'wording')) ?? noWording;
}
