import { bundled, programs } from '../../server/programs.mjs';
import { build } from './build.mjs';
import { run } from './children.mjs';
import { install } from './install.mjs';
import { requireFreePort } from './port.mjs';
import { requireSafeVersions } from './version-gate.mjs';

/** `npm start`: from a bare clone to a running server; answers with the server's exit code. */
export async function start(args) {
  await requireFreePort(process.env);
  await install();
  requireSafeVersions();
  await build();
  return serve([...sparing, bundled('server'), ...args], 'production', sparingly);
}

/** `npm run dev`: the same server on unbuilt sources. */
export async function dev(args) {
  await requireFreePort(process.env);
  await install();
  requireSafeVersions();
  return serve([...['--import', 'tsx'], programs.server, '--dev', ...args], 'development');
}

/**
 * A start fills the room for young objects, 32 MB, which then stays; a quarter of it costs nothing that can be measured at 50 saves at once.
 * What the C library keeps of memory given back (a database that was looked at) goes back to the machine.
 */
const sparing = ['--max-semi-space-size=4'];
const sparingly = { MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '131072' };

/** The IPC channel carries no messages: it closes when we are gone, even by SIGKILL, and the server stops on that `disconnect`. */
function serve(args, mode, env = {}) {
  return run([process.execPath, ...args], {
    env: { ...env, ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}
