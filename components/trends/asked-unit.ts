/** The unit that an address asks for; a form whose unit was left blank asks for none. */
export function askedUnit(unit: string | readonly string[] | undefined): string | null {
  return typeof unit === 'string' && unit !== '' ? unit : null;
}
