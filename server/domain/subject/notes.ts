/** What is printed with a table (by its id: `t2`) or behind a figure (by its cell). */
export type Notes = Readonly<Record<string, string>>;
