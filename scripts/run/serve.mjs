import { children } from './children.mjs';
import { root } from './paths.mjs';

/**
 * The server, to its end. The IPC channel carries no messages: it closes when we are gone, even by SIGKILL, and the server
 * stops on that `disconnect`.
 *
 * @param {string[]} args
 * @param {'production' | 'development'} mode
 */
export function serve(args, mode) {
  const env = { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1' };
  return children.run(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], {
    cwd: root,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}
