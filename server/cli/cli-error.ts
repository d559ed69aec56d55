/** Input that cannot be used; the message is the sentence on stderr and the exit code is 2. */
export class CliError extends Error {}
