/** What hears of a step through the history before the router does. */
export const firstToHear: { pop: ((event: PopStateEvent) => void) | null } = { pop: null };
