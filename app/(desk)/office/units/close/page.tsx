import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { ClosingView } from '@/components/admin/closing/closing-view';
import { chosenMessages } from '@/components/messages/chosen-language';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.closing.title} · ${common.appName}` };
}

export default async function CloseUnitsPage() {
  const units = await load((api) => api.office.units());
  return <ClosingView units={units} />;
}
