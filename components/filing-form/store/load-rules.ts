type Rules = typeof import('./standard-rules') | typeof import('./overlaid-rules');

/** The rules come after the form, which stands before them. @returns null where they cannot be loaded now */
export function loadRules(overlay: string | null): Promise<Rules | null> {
  const rules: Promise<Rules> = overlay === null ? import('./standard-rules') : import('./overlaid-rules');
  return rules.catch(() => null);
}
