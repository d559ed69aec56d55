/** An error on its way from a thread or a process of ours to this one, where all but its words would be lost. What a query was sent with stays behind. */
export interface ToldError {
  name: string;
  message: string;
  stack?: string;
  code?: string;
  query?: string;
  cause?: ToldError;
}

const mostCauses = 8;

export function tellError(error: unknown, depth = 0): ToldError {
  if (!(error instanceof Error)) return { name: 'Error', message: typeof error };
  const { code, query } = error as { code?: unknown; query?: unknown };
  return {
    name: error.name,
    message: error.message,
    ...(error.stack ? { stack: error.stack } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof query === 'string' ? { query } : {}),
    ...(error.cause instanceof Error && depth < mostCauses ? { cause: tellError(error.cause, depth + 1) } : {}),
  };
}

/** The same error here: by its code the doors know a full disk, and the log has where it was. */
export function hearError({ name, message, stack, code, query, cause }: ToldError): Error {
  return Object.assign(new Error(message, cause && { cause: hearError(cause) }), {
    name,
    ...(stack === undefined ? {} : { stack }),
    ...(code === undefined ? {} : { code }),
    ...(query === undefined ? {} : { query, params: [] }),
  });
}
