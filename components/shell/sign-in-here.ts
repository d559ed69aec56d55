import { signInAddress } from '@/server/domain/own-address';

/** The sign-in page, which leads back to where somebody is, to the place in it. */
export function signInFrom({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  return signInAddress(pathname + search + hash);
}
