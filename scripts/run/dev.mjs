import { install } from './install.mjs';
import { readAddress, requireFreePort } from './port.mjs';
import { serve } from './serve.mjs';
import { requireSafeVersions } from './version-gate.mjs';

/** `npm run dev`: the same server on unbuilt sources. */
export async function dev(args) {
  await requireFreePort(readAddress(process.env));
  await install();
  requireSafeVersions();
  return serve(['--dev', ...args], 'development');
}
