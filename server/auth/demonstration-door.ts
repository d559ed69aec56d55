/**
 * How the answer of `isAtThisMachine` travels to next-auth. It is asked of the request as it arrived: Next's router adds
 * forwarding headers of its own to every request. Whatever a client sent under this name is overwritten.
 */
export const atThisMachineHeader = 'x-nianbao-at-this-machine';

/**
 * Sign-in by one click exists in the demonstration only, and only for somebody who sits at the machine itself: the Host is
 * this machine, and nothing on the request was written by anybody but a browser or our own page.
 *
 * Every proxy marks what it passes on under a name of its own (Forwarded, X-Real-IP, CF-Connecting-IP, Via, X-Original-URL …), and the next one will
 * have another. So it is not asked which headers are a proxy's, but whether there is one that is not a browser's.
 */
export function isAtThisMachine(headers: Record<string, string | string[] | undefined>): boolean {
  const isForwarded = Object.entries(headers).some(([name, value]) => value !== undefined && !isOfABrowser(name.toLowerCase()));
  if (isForwarded) return false;
  const host = Array.isArray(headers.host) ? headers.host[0] : headers.host;
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host ?? '');
}

/** What a browser sends by itself, and what our own pages, Next and tRPC add in it. */
function isOfABrowser(name: string): boolean {
  return families.test(name) || single.has(name);
}

const families = /^(?:accept|content|if|sec|x-nianbao|next|trpc|x-trpc)(?:-|$)/;
const single: ReadonlySet<string> = new Set([
  'alt-used',
  'cache-control',
  'connection',
  'cookie',
  'dnt',
  'host',
  'keep-alive',
  'origin',
  'pragma',
  'priority',
  'purpose',
  'referer',
  'rsc',
  'save-data',
  'te',
  'transfer-encoding',
  'upgrade-insecure-requests',
  'user-agent',
  'x-requested-with',
]);
