import { prerender } from 'react-dom/static';
import { expect, it } from 'vitest';
import { InEnglish } from './in-english';
import type { useMessages } from './messages-provider';
import { useWritingMessages } from './writing-words';

function SavedMark() {
  const { report, common } = useWritingMessages();
  return `${report.save.saved('8:05')} ${common.save}`;
}

it('a component that says the words of writing brings them itself where no WritingWords stands around it', async () => {
  const { prelude } = await prerender(
    <InEnglish>
      <SavedMark />
    </InEnglish>,
  );
  expect(await new Response(prelude).text()).toBe('Saved 8:05 Save');
});

it('a room that only some pages bring is none of those that every page offers', () => {
  type Offered = keyof ReturnType<typeof useMessages>;
  const everywhere: Offered = 'common';
  // @ts-expect-error the words of the report come with `useWritingMessages`
  const somewhere: Offered = 'report';
  expect([everywhere, somewhere]).toEqual(['common', 'report']);
});
