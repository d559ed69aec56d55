import clsx from 'clsx';
import { Button } from '../ui/button';

/** Where files could not be read: said also where there may be none, since nothing there would read as that. */
export function NotRead({ text, again, onAgain, className }: { text: string; again: string; onAgain: () => void; className?: string }) {
  return (
    <p className={clsx('flex flex-wrap items-center gap-2 font-sans text-note text-muted', className)}>
      <span role="alert">{text}</span>
      <Button isSmall look="quiet" onClick={onAgain}>
        {again}
      </Button>
    </p>
  );
}
