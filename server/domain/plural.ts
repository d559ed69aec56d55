const rules = new Intl.PluralRules('en');

/**
 * The English word that goes with a number; Chinese has one form.
 *
 * @example plural(1, 'it', 'them') // it
 * @example plural(0, 'cell') // cells
 */
export function plural(count: number, one: string, other = `${one}s`): string {
  return rules.select(count) === 'one' ? one : other;
}

/**
 * A number and the word that goes with it.
 *
 * @example counted(1, 'report waits', 'reports wait') // 1 report waits
 * @example counted(3, 'cell') // 3 cells
 */
export function counted(count: number, one: string, other?: string): string {
  return `${count} ${plural(count, one, other)}`;
}
