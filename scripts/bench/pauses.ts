/**
 * From 60 to 200 ms, as people type: a pause that varies meets whatever a page does a while after a key. The same for the same turn.
 */
export function pauseAfter(turn: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60 + ((turn * 37) % 141)));
}
