/** Goes up with every change of a rule's meaning; printed on every check run, so that a verdict says by which rules it was reached. */
export const packVersion = '2026.11.9';
