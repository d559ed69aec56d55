import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps what has to be read again: a secret that codes are made of. What only has to be recognised is kept by its hash instead. */
export interface Vault {
  /** @param of whose it is and what for; it opens as nothing else */
  lock(text: string, of: string): string;
  /** Null: it was locked by another key, as something else, or it was changed since. */
  open(locked: string, of: string): string | null;
}

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Locks by a key that is derived from the server's own secret, which stands in no database and no backup: a copied database alone opens nothing.
 *
 * @param secret the key that seals session cookies
 * @source ASVS 5.0 11.3.2, 13.3.1; RFC 5869
 */
export function vaultOf(secret: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'nianbao second factors', 32));
  return {
    lock(text, of) {
      const iv = randomBytes(ivBytes);
      const locking = createCipheriv(cipher, key, iv).setAAD(Buffer.from(of));
      const locked = Buffer.concat([locking.update(text, 'utf8'), locking.final()]);
      return Buffer.concat([iv, locking.getAuthTag(), locked]).toString('base64url');
    },
    open(locked, of) {
      const bytes = Buffer.from(locked, 'base64url');
      if (bytes.length < ivBytes + tagBytes) return null;
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
        .setAAD(Buffer.from(of))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      try {
        return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
