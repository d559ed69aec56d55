/**
 * What a backup leaves out: who is signed in or about to be, and links that work once. Restored, they would let in again whoever was signed out or had used
 * a link since; in a stolen backup they are keys.
 */
export const leftOut = ['halfway_sign_ins', 'one_time_links', 'sessions'] as const;
