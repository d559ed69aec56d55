/**
 * A tab that was open before the program was replaced asks for parts of the page that are no longer on the server. Trying again asks
 * for the same parts; only loading the page anew helps. What was typed waits in the outbox and in kept drafts, and comes back.
 */
export function isFromOlderProgram(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'ChunkLoadError' ||
    /Loading (?:CSS )?chunk|Failed to load chunk|dynamically imported module|Importing a module script failed/i.test(error.message)
  );
}

const key = 'nianbao reloaded at';
/** Parts that are missing after a fresh load are missing on the server: no second load would bring them. */
const restMs = 60_000;

/**
 * Loads the page anew, at most once a minute in this tab.
 *
 * @returns whether it does; false also where the tab cannot remember, since nothing would then end the loading
 */
export function reloadOnce(tab: Pick<Window, 'sessionStorage' | 'location'> = window, now = Date.now()): boolean {
  try {
    const last = Number(tab.sessionStorage.getItem(key) ?? 0);
    if (now - last < restMs) return false;
    tab.sessionStorage.setItem(key, String(now));
  } catch {
    return false;
  }
  tab.location.reload();
  return true;
}
