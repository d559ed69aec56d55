/** Pages nobody wants to come back to: they are on the way in. */
const onTheWayIn = /^\/(?:sign-in|link|setup|language|text-size|continue-anyway|api|_next)(?:[/?#]|$)/;

const somewhere = 'http://nowhere.invalid';

/**
 * A page of this program that somebody wanted before it was known who they are, as a path with its query and the place in it; null for anything that would lead
 * elsewhere (`//other.example`, `/\\other.example`, `javascript:…`), for a page on the way in, and for what is too long to be one of ours.
 */
export function ownAddress(wanted: unknown): string | null {
  if (typeof wanted !== 'string' || wanted.length > 500 || !/^\/(?![/\\])/.test(wanted) || !URL.canParse(wanted, somewhere)) return null;
  const { origin, pathname, search, hash } = new URL(wanted, somewhere);
  if (origin !== somewhere || pathname.startsWith('//') || onTheWayIn.test(pathname)) return null;
  return pathname === '/' ? null : pathname + search + hash;
}

/** The sign-in page, which leads on to what was wanted. */
export function signInAddress(wanted: unknown): string {
  const address = ownAddress(wanted);
  return address === null ? '/sign-in' : `/sign-in?${new URLSearchParams({ to: address })}`;
}
