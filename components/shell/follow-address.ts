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

/** Whether what the address asks for now is so because somebody went back or forward to it. What came of that before is over with the next thing asked. */
export function backWatch() {
  let to: string | null = null;
  return {
    wentTo(address: string): void {
      to = address;
    },
    asks(): void {
      to = null;
    },
    /** Told once: the list is there. */
    isBackAt(address: string): boolean {
      const isBack = to === address;
      to = null;
      return isBack;
    },
  };
}
