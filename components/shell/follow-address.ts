interface AskingField {
  name: string;
  value: string;
}

/**
 * Fields say what the address asks for, but for the one that somebody is in: what they typed or chose meanwhile is newer. Unless they went back or
 * forward: then what it said was of the list that they left.
 */
export function followAddress(
  fields: readonly AskingField[],
  asked: Readonly<Record<string, string | number>>,
  { focused, wentBack }: { focused: unknown; wentBack: boolean },
): void {
  for (const field of fields) {
    const value = asked[field.name];
    if (value !== undefined && (wentBack || field !== focused) && field.value !== `${value}`) field.value = `${value}`;
  }
}
