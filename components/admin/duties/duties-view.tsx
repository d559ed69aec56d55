'use client';

import { threeDuties } from '@/server/domain/duties';
import type { DutiesPage } from '@/server/queries/duties';
import { useWritingMessages } from '../../messages/writing-words';
import { PageHead, Sheet } from '../../ui/page';
import { AskOfThree } from './ask-of-three';
import { DivideForm } from './divide-form';
import { WaitingActs } from './waiting-acts';

/** What waits for a second person, and 三员: whether they are three people, who they are, and what one of them asks the others. */
export function DutiesView({ page }: { page: DutiesPage }) {
  const { common, office } = useWritingMessages();
  const words = office.duties;
  return (
    <>
      <PageHead title={words.title} context={words.context} />
      <WaitingActs acts={page.acts} />
      <Sheet title={words.threeTitle} className="mt-6">
        <p className="text-body leading-6 font-medium">{page.isDivided ? words.on : words.off}</p>
        <ul className="my-3 list-disc pl-6 text-body leading-7 text-muted">
          {words.explains.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {page.holders && (
          <>
            <h3 className="text-body font-semibold">{words.holders}</h3>
            <dl className="mb-4 grid max-w-field grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-body leading-7">
              {threeDuties.map((duty) => (
                <div key={duty} className="contents">
                  <dt className="text-muted">{common.roles[duty]}</dt>
                  <dd>{page.holders?.[duty].map(({ name }) => name).join(common.listComma)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
        {page.mayDivide && <DivideForm people={page.people} />}
        {page.mayAsk && <AskOfThree page={page} />}
      </Sheet>
    </>
  );
}
