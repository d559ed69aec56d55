/** Paper and ink. Every mark is told apart by shape or words too, so a black-and-white print says the same. */
export const ink = {
  text: '#1f2328',
  muted: '#5b6069',
  line: '#b9b5ac',
  /** The empty length of a bar. */
  track: '#efede8',
  first: '#1f4e79',
  second: '#8a5a00',
  paper: '#ffffff',
} as const;

export const chartFont = 12;

/** How wide a text is set, near enough to leave room for it: a digit is 0.6 of its height, a Chinese character all of it. */
export function textWidth(text: string, size = chartFont): number {
  return Math.ceil([...text].reduce((sum, character) => sum + (/[ -~]/.test(character) ? 0.6 : 1) * size, 0));
}
