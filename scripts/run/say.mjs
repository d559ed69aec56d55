/** One progress line. */
export function say(line) {
  console.log(`nianbao: ${line}`);
}

/** Something the person at the keyboard can mend: shown as its sentence, without a stack. */
export class Problem extends Error {
  /**
   * @param {string} sentence what is wrong and what to do
   * @param {number} exitCode 2: mend it before starting again; 1: a step failed on the way
   */
  constructor(sentence, exitCode = 2) {
    super(sentence);
    this.exitCode = exitCode;
  }
}
