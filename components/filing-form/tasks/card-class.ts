import clsx from 'clsx';

/** A quarter in the list of a clerk or a head. The columns stand under each other from card to card, whatever is in them. */
export function cardClass(look: 'urgent' | 'practice' | 'plain'): string {
  return clsx(
    'grid grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)_17rem] items-center gap-x-6 gap-y-2 rounded border bg-paper py-3.5 pr-4 max-md:grid-cols-1',
    {
      urgent: 'border-l-4 border-hairline border-l-confirm pl-[13px]',
      practice: 'border-dashed border-act/50 pl-4',
      plain: 'border-hairline pl-4',
    }[look],
  );
}
