/** No encoder for these comes with the platform: what two bytes stand for, turned round. */
export function encoderOf(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const known = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1 && character !== '\uFFFD' && !known.has(character)) known.set(character, [first, second]);
    }
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((character) => {
        const code = character.charCodeAt(0);
        return code < 0x80 ? [code] : (known.get(character) ?? [0x3f]);
      }),
    );
}
