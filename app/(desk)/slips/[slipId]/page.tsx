import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { SlipEditor } from '@/components/corrections/slip-editor';
import { SlipSheet } from '@/components/corrections/slip-sheet';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { pack } from '@/server/domain/wire';

export async function generateMetadata(): Promise<Metadata> {
  const { common, slips } = await chosenMessages();
  return { title: `${slips.title} · ${common.appName}` };
}

/** A correction slip: its unit goes on writing a draft, everybody else reads, signs or prints it. */
export default async function SlipAddress({ params }: { params: Promise<{ slipId: string }> }) {
  const { slipId } = await params;
  const page = await load((api) => api.slip.page({ slipId }));
  const { slip, desk } = page;
  if (slip.status === 'draft' && desk.mayWrite)
    return (
      <WritingWords>
        <SlipEditor key={`${slip.id} ${slip.version}`} packed={pack({ desk, slip })} firstQuarter={slip.changes[0]?.quarter ?? null} />
      </WritingWords>
    );
  return (
    <WritingWords>
      <SlipSheet packed={pack(page)} />
    </WritingWords>
  );
}
