import type { ReactNode } from 'react';

/**
 * The way out of a dialog and its act, below everything it says: in sight however long that is, but not on a screen that has hardly room.
 *
 * @param above what belongs to the act itself: the password again, and the answer
 */
export function DialogActs({ above, children }: { above?: ReactNode; children: ReactNode }) {
  return (
    <div className="bottom-0 -mx-4 -mb-4 flex flex-col gap-3 border-t border-hairline bg-paper px-4 py-3 lg:[@media(min-height:36rem)]:sticky">
      {above}
      <div className="flex justify-end gap-2">{children}</div>
    </div>
  );
}
