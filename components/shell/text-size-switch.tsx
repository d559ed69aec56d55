'use client';

import { useIsLargeText, useMessages } from '../messages/messages-provider';
import { largeText } from '../messages/text-size';
import { buttonClass } from '../ui/button';

/** Type a quarter larger, for tired eyes; pressed again, as it was. A plain form, as the language is. */
export function TextSizeSwitch() {
  const { common } = useMessages();
  const isLarge = useIsLargeText();
  return (
    <form method="post" action="/text-size">
      <button
        type="submit"
        name="to"
        value={isLarge ? 'ordinary' : largeText}
        aria-pressed={isLarge}
        title={common.largeTextTitle}
        className={buttonClass('quiet', true)}
      >
        {common.largeText}
      </button>
    </form>
  );
}
