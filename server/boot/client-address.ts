import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';

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

/** `::ffff:10.0.0.1` is 10.0.0.1 on a socket that speaks both. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
