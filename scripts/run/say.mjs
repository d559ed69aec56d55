/** One progress line. */
export function say(line) {
  console.log(`nianbao: ${line}`);
}

/** @returns {string} whole seconds since a moment of Date.now(), as "12 s" */
export function since(startedAt) {
  return `${Math.round((Date.now() - startedAt) / 1000)} s`;
}
