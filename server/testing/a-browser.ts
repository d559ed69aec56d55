import { parseSetCookie } from 'cookie';

/** As much of a browser as sign-in needs: cookies by host, and redirects that it follows or looks at. */
export interface ABrowser {
  request: (address: string, init?: RequestInit) => Promise<Response>;
  /** Follows redirects, until a page answers or the next step leads to `stopAt`. @returns where it stands, and the page if one answered */
  follow: (address: string, stopAt: string, init?: RequestInit) => Promise<{ address: string; page: Response | null }>;
  cookies: (address: string) => Map<string, string>;
  /** Another with the same cookies. */
  copy: () => ABrowser;
}

export function aBrowser(kept: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map()): ABrowser {
  const jars = new Map([...kept].map(([origin, jar]) => [origin, new Map(jar)]));
  const cookies = (address: string) => {
    const { origin } = new URL(address);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  const request = async (address: string, init: RequestInit = {}) => {
    const jar = cookies(address);
    const cookie = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const { name, value = '', maxAge, expires } = parseSetCookie(line);
      if (maxAge === 0 || (expires && expires.getTime() <= Date.now())) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const follow: ABrowser['follow'] = async (address, stopAt, init) => {
    if (address.startsWith(stopAt)) return { address, page: null };
    const page = await request(address, init);
    const next = page.headers.get('location');
    if (next === null) return { address, page };
    await page.body?.cancel();
    return follow(new URL(next, address).href, stopAt);
  };
  return { request, follow, cookies, copy: () => aBrowser(jars) };
}
