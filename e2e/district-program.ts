import { bundle, bundleInto } from '@/scripts/run/bundle.mjs';
import { compressParts } from '@/scripts/run/compress-parts.mjs';

const folder = '.nianbao/e2e-program';
export const districtProgram = `${folder}/district-server.mjs`;

/** Before the first journey: `district-server.ts` bundled as the product is, and the product, whose threads it starts. */
export async function bundleDistrictServer(): Promise<void> {
  await bundle();
  await compressParts();
  await bundleInto(folder, { 'district-server': 'e2e/district-server.ts' });
}
