import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from 'proxy-addr';
import { deviceFrom } from '@/server/auth/device-cookie';
import type { Source } from '@/server/auth/guesses';
import { type Env, hidesAddresses, isThisMachine } from '@/server/env';

/** How the address travels to next-auth, which sees headers only. Whatever a client sent under this name is overwritten. */
export const addressHeader = 'x-nianbao-address';

/**
 * Where a request comes from. A forwarding header counts only when the connection itself comes from a proxy that the
 * configuration names; then it is the last address that proxy vouches for.
 *
 * @param trustedProxies addresses or ranges (`10.0.0.0/8`), as `readEnv` let them through
 */
export function clientAddress(request: IncomingMessage, trustedProxies: readonly string[]): string | null {
  if (!request.socket.remoteAddress) return null;
  return plain(proxyAddr(request, [...trustedProxies]));
}

/**
 * The address by which guesses are counted, or null where it is a proxy's own: then nothing is known of who stands behind it, and everybody
 * would be counted as one.
 */
export function addressToCount(address: string | null, env: Env): string | null {
  if (address === null || isIP(address) === 0 || hidesAddresses(env)) return null;
  if (env.publicUrl !== null && !isThisMachine(new URL(env.publicUrl).hostname) && isThisMachine(address)) return null;
  return proxyAddr.compile([...env.trustedProxies])(address, 0) ? null : address;
}

/** From where a request that reaches us past Next tries a password. */
export function sourceOf(request: IncomingMessage, env: Env): Source {
  const address = addressToCount(clientAddress(request, env.trustedProxies), env);
  return { address, device: deviceFrom(request.headers, env.isHttps) };
}

/** `::ffff:10.0.0.1` is 10.0.0.1 on a socket that speaks both. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
