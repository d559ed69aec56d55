import type { FilingForm } from '@/server/queries/filing-form';
import type { FormSignOff } from '@/server/queries/sign-off';

export type Changed = Pick<FormSignOff, 'changes' | 'alsoChanged'> & { by: Readonly<Record<string, string>> };

/** What differs between what was on the screen and what is stored now, with who wrote it. Empty when the content is the same. */
export function changesBetween(seen: FilingForm, now: FilingForm): Changed {
  if (seen.hash === now.hash) return { changes: [], alsoChanged: [], by: {} };
  const cells = [...new Set([...Object.keys(seen.stored), ...Object.keys(now.stored)])];
  const changes = cells.flatMap((cell) => {
    const [before, after] = [seen.stored[cell]?.raw ?? '', now.stored[cell]?.raw ?? ''];
    return before === after ? [] : [{ cell, before, after }];
  });
  const alsoChanged: Changed['alsoChanged'][number][] = [];
  if (seen.contribution.text !== now.contribution.text) alsoChanged.push('text');
  if (Object.keys(seen.declared).sort().join() !== Object.keys(now.declared).sort().join()) alsoChanged.push('declarations');
  const isUntold = changes.length + alsoChanged.length === 0;
  return {
    changes,
    alsoChanged: isUntold ? ['carried_in'] : alsoChanged,
    by: Object.fromEntries(changes.map(({ cell }) => [cell, now.stored[cell]?.savedBy ?? ''])),
  };
}
