import type { Env } from '@/server/env';
import { wayCookie } from './way-cookie';

/** The way to the office's identity provider, as the procedures of one request see it. */
export interface IdentityDoor {
  /** What the button says. */
  name: string;
  issuer: string;
  /**
   * Begins a way there.
   *
   * @param bindsFor the session whose person binds an identity; null to sign in
   * @param options.confirm what has to be proven first. It comes after the provider has answered, so that no code is used up for one that is away
   * @param options.to a page of ours that whoever signs in is led to; absent: their own first page
   * @returns where the browser goes
   * @throws Refused provider_away: the provider cannot be reached; what `confirm` throws
   */
  begin(bindsFor: string | null, options?: { confirm?: () => Promise<void>; to?: string | null }): Promise<{ location: string }>;
  /** What the answer gives the browser to keep. */
  readonly cookies: readonly string[];
}

/** Where the provider sends people back to: under the configured address, whatever host a request names. */
export function redirectUriOf(publicUrl: string): string {
  return new URL('/api/identity/callback', publicUrl).href;
}

/** Null where no provider is configured. */
export function identityDoor(parts: {
  env: Partial<Pick<Env, 'identity' | 'publicUrl'>>;
  secret: string;
  isSecure?: boolean;
}): IdentityDoor | null {
  const { secret, isSecure = false } = parts;
  const { identity, publicUrl } = parts.env;
  if (!identity || !publicUrl) return null;
  const cookies: string[] = [];
  return {
    name: identity.name,
    issuer: identity.issuer,
    async begin(bindsFor, { confirm, to = null } = {}) {
      // What talks to a provider is loaded where there is one.
      const begunAt = Date.now();
      const { askWho } = await import('./ask-provider');
      const { checks, location } = await askWho(identity, redirectUriOf(publicUrl), { isAskedAnew: bindsFor !== null });
      await confirm?.();
      cookies.push(await wayCookie({ checks, bindsFor, to, begunAt }, { secret, isSecure }));
      return { location };
    },
    cookies,
  };
}
