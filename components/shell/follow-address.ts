interface AskingField {
  name: string;
  value: string;
}

/** Fields say what the address asks for, but for the one that somebody is in: what they typed or chose meanwhile is newer. */
export function followAddress(fields: readonly AskingField[], asked: Readonly<Record<string, string | number>>, focused: unknown): void {
  for (const field of fields) {
    const value = asked[field.name];
    if (value !== undefined && field !== focused && field.value !== `${value}`) field.value = `${value}`;
  }
}
