import { build } from './build.mjs';
import { install } from './install.mjs';
import { readAddress, requireFreePort } from './port.mjs';
import { serve } from './serve.mjs';
import { requireSafeVersions } from './version-gate.mjs';

/** `npm start`: from a bare clone to a running server; answers with the server's exit code. */
export async function start(args) {
  await requireFreePort(readAddress(process.env));
  await install();
  requireSafeVersions();
  await build();
  return serve(args, 'production');
}
