import { stringifySetCookie } from 'cookie';

const aYearInSeconds = 31_536_000;

/**
 * Answers a plain form that chooses something for this browser: sets the cookie (null forgets it, undefined leaves it) and
 * leads back to the page it was chosen on. It works before any script does.
 */
export function remember(request: Request, cookie: string, value: string | null | undefined): Response {
  const headers = new Headers({ location: pageOf(request.headers.get('referer')) });
  if (value !== undefined) {
    const maxAge = value === null ? 0 : aYearInSeconds;
    headers.set('set-cookie', stringifySetCookie({ name: cookie, value: value ?? '', path: '/', maxAge, sameSite: 'lax' }));
  }
  return new Response(null, { status: 303, headers });
}

/** The path only, never a host: a forged referer leads nowhere else. */
function pageOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return `${pathname.replace(/^\/+/, '/')}${search}`;
}
