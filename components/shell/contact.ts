/** Whether the last request got an answer; what the network card says is added when it is asked. */
let isAnswered = true;

/** `fetch`, which notes whether anybody answered, whatever the answer was. */
export async function notedFetch(...asked: Parameters<typeof fetch>): Promise<Response> {
  try {
    const answer = await fetch(...asked);
    isAnswered = true;
    return answer;
  } catch (error) {
    // A call that was called off says nothing of the network.
    if (!(error instanceof DOMException && error.name === 'AbortError')) isAnswered = false;
    throw error;
  }
}

/** Whether this computer knows that the server cannot be reached. */
export function isCutOff(): boolean {
  return !navigator.onLine || !isAnswered;
}

const patienceMs = 4_000;

/** Asks the server itself. */
export async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const answer = await notedFetch('/api/health/live', { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) }).catch(() => null);
  return answer !== null;
}
