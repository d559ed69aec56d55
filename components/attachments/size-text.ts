/** `3.2 MB`, `840 KB`, `12 B`: rounded up, as the limit is said. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1_000)} KB`;
  return `${Math.ceil(bytes / 100_000) / 10} MB`;
}
