/**
 * What a backup leaves out: who is signed in, and links that work once. Restored, they would let in again whoever was signed out or had used
 * a link since; in a stolen backup they are keys.
 */
export const leftOut = ['one_time_links', 'sessions'] as const;
