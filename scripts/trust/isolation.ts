import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Suite {
  suites?: Suite[];
  specs?: { title: string; ok: boolean; tests: { results: { status: string }[] }[] }[];
}

export interface Journey {
  title: string;
  file: string;
  hasPassed: boolean;
}

/**
 * Every journey in a network of its own, in which nobody is but this machine itself: no other address can be reached, by native code and the
 * browser neither. Nothing is shown where the system does not give such a network.
 */
export async function journeysWithoutNetwork(): Promise<{ figure: string; holds: boolean }> {
  const alone = ['unshare', process.getuid?.() === 0 ? '-n' : '-rn', 'sh', '-c'] as const;
  const [program, ...args] = alone;
  if (spawnSync(program, [...args, 'ip link set lo up']).status !== 0)
    return { figure: 'this system gives no network of its own (unshare)', holds: false };
  spawnSync(program, [...args, 'ip link set lo up && exec npx playwright test'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const journeys = journeysOf(root);
  const passed = journeys.filter(({ hasPassed }) => hasPassed).length;
  return {
    figure: `SQLite: ${passed} of ${journeys.length} journeys where there is no network but loopback`,
    holds: journeys.length > 0 && passed === journeys.length,
  };
}

/** What the last run of the journeys in a checkout left. */
export function journeysOf(folder: string): Journey[] {
  const report = JSON.parse(readFileSync(`${folder}/.nianbao/test/e2e.json`, 'utf8')) as { suites: (Suite & { file: string })[] };
  const specsOf = (suite: Suite): { title: string; ok: boolean }[] => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  return report.suites.flatMap((suite) =>
    specsOf(suite).map(({ title, ok }) => ({ title, hasPassed: ok, file: `e2e/journeys/${suite.file}` })),
  );
}
