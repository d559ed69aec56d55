/** Keeps something as the newest, and so many in all. */
export function keepNewest<Value>(all: Map<string, Value>, name: string, value: Value, most: number): void {
  all.delete(name);
  const oldest = all.size >= most ? all.keys().next().value : undefined;
  if (oldest !== undefined) all.delete(oldest);
  all.set(name, value);
}
