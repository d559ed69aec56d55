import { cpSync, rmSync } from 'node:fs';
import { makeDemonstration } from '@/server/boot/make-demonstration';
import { bundleDistrictServer } from './district-program';
import { newFolder } from './running-app';

const variable = 'NIANBAO_E2E_TEMPLATE';

/** Before the first journey: the server is bundled, and the demonstration year is loaded once, as `npm start` loads it into an empty folder. Its copies are the journeys' own. */
export default async function loadTemplate(): Promise<() => void> {
  await bundleDistrictServer();
  const folder = newFolder();
  await makeDemonstration(folder);
  process.env[variable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** A data folder with the demonstration year, as it was loaded. */
export function copyOfTemplate(): string {
  const template = process.env[variable];
  if (!template) throw new Error('no template was made: playwright.config.ts names its maker');
  const folder = newFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
}
