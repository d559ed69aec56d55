import { aSubject } from '../../checks/example-subject';
import type { CheckSubject } from '../../subject';
import type { ProseSources } from '../evaluate';
import { numbersOf, type ProseNumber } from '../numbers-of';
import { type ResolvedProse, resolveProse } from '../resolve-prose';

/** What the text 一 prints and the numbers in it, as a page or a command reads them. */
export function readExample(
  stored: string,
  sources: ProseSources,
  subject: Partial<CheckSubject> = {},
): { resolved: ResolvedProse; numbers: ProseNumber[] } {
  const resolved = resolveProse(stored, sources);
  const whole = aSubject({ format: sources.format, figures: sources.figures, ...subject, texts: { '1': resolved.text } });
  return { resolved, numbers: numbersOf('1', resolved, whole, sources) };
}
