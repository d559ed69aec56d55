import type { IncomingMessage } from 'node:http';

/** How the address travels to next-auth, which sees headers only. Whatever a client sent under this name is overwritten. */
export const addressHeader = 'x-nianbao-address';

/**
 * Where a request comes from. A forwarding header counts only when the connection itself comes from a proxy that the
 * configuration names; then it is the last address that proxy vouches for.
 */
export function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: readonly string[]): string | null {
  const peer = plain(request.socket.remoteAddress ?? '');
  if (!peer) return null;
  if (!trustedProxies.includes(peer)) return peer;
  const header = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((hop) => plain(hop.trim()))
    .filter(Boolean);
  return hops.findLast((hop) => !trustedProxies.includes(hop)) ?? peer;
}

/** `::ffff:10.0.0.1` is 10.0.0.1 on a socket that speaks both. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
