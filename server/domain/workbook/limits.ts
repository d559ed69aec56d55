/** The largest file that is read; ours have 30 kB, and twice that once an office program has saved them. Its JSON fits the door of procedures. */
export const maxWorkbookBytes = 700_000;
