/** The year in an address, or null when there is none that makes sense. */
export function askedYear(value: string | string[] | undefined): number | null {
  return typeof value === 'string' && /^20\d\d$/.test(value) ? Number(value) : null;
}
