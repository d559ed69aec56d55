const codes = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505']);

/**
 * Whether an error is the database saying that this is there already, on either engine. Asked outside the transaction only: inside one
 * PostgreSQL has given it up.
 */
export function isUniqueViolation(error: unknown): boolean {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  return cause instanceof Error && 'code' in cause && codes.has(String(cause.code));
}
