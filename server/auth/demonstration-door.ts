/**
 * How the answer of `isAtThisMachine` travels to next-auth. It is asked of the request as it arrived: Next's router adds
 * forwarding headers of its own to every request. Whatever a client sent under this name is overwritten.
 */
export const atThisMachineHeader = 'x-nianbao-at-this-machine';

/**
 * Sign-in by one click exists in the demonstration only, and only for somebody who sits at the machine itself: the Host is
 * this machine, and no forwarding header says that the request came from elsewhere.
 */
export function isAtThisMachine(headers: Record<string, string | string[] | undefined>): boolean {
  if (
    ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'].some(
      (name) => headers[name] !== undefined,
    )
  )
    return false;
  const host = Array.isArray(headers.host) ? headers.host[0] : headers.host;
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host ?? '');
}
