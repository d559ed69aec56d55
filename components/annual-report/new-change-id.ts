/** A fresh id for one act. `crypto.randomUUID` is missing where the office serves plain http; this is not. */
export function newChangeId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
