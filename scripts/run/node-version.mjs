/**
 * Null when this Node can run everything here, else what to do. 21 and 22.0–22.11 are left out because the test tools are.
 *
 * @param {string} version as in process.versions.node
 * @returns {string | null}
 */
export function nodeVersionProblem(version) {
  const [major, minor] = version.split('.').map(Number);
  const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (isSupported) return null;
  return `Node ${version} is not supported: install Node 24 (20.19 or later and 22.12 or later also work) from https://nodejs.org and run the command again.`;
}
