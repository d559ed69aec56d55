import { createServer } from 'node:net';
import { Problem } from './say.mjs';

/**
 * Found out before minutes are spent on a build that then could not be shown.
 *
 * @param {Record<string, string | undefined>} env PORT (3000) and HOST (127.0.0.1)
 */
export async function requireFreePort(env) {
  const text = env.PORT || '3000';
  const [host, port] = [env.HOST || '127.0.0.1', Number(text)];
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new Problem(`PORT is "${text}", but a port is a whole number up to 65535: PORT=3001 npm start`);
  const code = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? error.message));
    probe.listen({ host, port }, () => probe.close(() => resolve(null)));
  });
  if (code !== null) throw new Problem(portSentence({ host, port, code }));
}

/** @param {{ host: string, port: number, code: string }} attempt code: of the error that listening gave */
export function portSentence({ host, port, code }) {
  const other = port >= 65_535 ? 3001 : Math.max(port + 1, 3001);
  const mend = `choose another port: PORT=${other} npm start`;
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is in use by another program. Stop that program or ${mend}`;
  if (code === 'EACCES') return `Port ${port} on ${host} may be used by the administrator only; ${mend}`;
  return `This machine cannot listen on HOST=${host} (${code}). Leave HOST out for 127.0.0.1, or use an address of this machine.`;
}
