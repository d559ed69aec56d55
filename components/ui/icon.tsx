import clsx from 'clsx';
import { type IconName, iconLines } from './icon-lines';

/** A sign beside a word, in the colour of the word. Nobody hears it: the word says what it means, here or in the name of its button. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  const [lines, filled]: readonly [string, string?] = iconLines[name];
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className={clsx('icon', className)}>
      {filled && <path d={filled} fill="currentColor" />}
      {lines && <path d={lines} />}
    </svg>
  );
}
