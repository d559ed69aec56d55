/**
 * Whether one slip of the keyboard makes a number of another: a digit more, a digit less, another digit, two changed places.
 */
export function isSlipOf(written: number, meant: number): boolean {
  if (meant < 0 || written === meant) return false;
  const [a, b] = [String(written), String(meant)];
  if (Math.abs(a.length - b.length) === 1 && Math.max(a.length, b.length) >= 2) {
    const [long, short] = a.length > b.length ? [a, b] : [b, a];
    return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
  }
  if (a.length !== b.length) return false;
  const differ = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  const [first = 0, second = 0] = differ;
  if (differ.length === 2) return second === first + 1 && a[first] === b[second] && a[second] === b[first];
  return differ.length === 1 && a.length >= 2;
}
