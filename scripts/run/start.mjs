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
  return serve(args, 'production');
}

/** `npm run dev`: the same server on unbuilt sources. */
export async function dev(args) {
  await requireFreePort(process.env);
  await install();
  requireSafeVersions();
  return serve(['--dev', ...args], 'development');
}

/** The IPC channel carries no messages: it closes when we are gone, even by SIGKILL, and the server stops on that `disconnect`. */
function serve(args, mode) {
  return run([process.execPath, '--import', 'tsx', 'server/main.ts', ...args], {
    env: { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}
