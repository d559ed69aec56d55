import { readFileSync } from 'node:fs';

/**
 * Under npm there is a chain npm → sh → us, and a signal to npm or to its shell does not always arrive here: SIGTERM ends
 * the shell and leaves us running, SIGKILL ends npm and leaves both. So we look whether the chain is still whole.
 * Started by a service manager or with nohup, losing the parent is no reason to stop, and nothing is watched.
 *
 * @param {() => void} onGone called once
 */
export function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    onGone();
  }, 200);
  timer.unref();
}

/** The parent's pid, or null where there is no /proc: then only our own parent is watched. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return null;
  }
}
