'use client';

import { useRouter } from 'next/navigation';
import type { OpeningForm } from '@/server/queries/office';
import type { OpeningSums } from '@/server/queries/opening-sums';
import { useWritingMessages } from '../../messages/writing-words';
import { SelectField } from '../../ui/field';
import { EmptyState, PageHead } from '../../ui/page';
import { OpeningSumsPanel } from './opening-sums-panel';
import { OpeningsForm } from './openings-form';

/** Chooses a unit and a year, and shows what they open with. */
export function OpeningsView({
  choice,
  form,
  sums,
}: {
  choice: { units: readonly { id: string; name: string }[]; years: readonly number[] };
  form: OpeningForm | null;
  sums: OpeningSums | null;
}) {
  const { common, office, openings: words } = useWritingMessages();
  const router = useRouter();
  const go = (unitId: string, year: number) => router.push(`/office/openings?unit=${encodeURIComponent(unitId)}&year=${year}`);
  return (
    <>
      <PageHead title={office.openings.title} context={words.context} />
      {!form && <EmptyState title={choice.years.length === 0 ? words.noYear : words.noUnit} />}
      {form && (
        <>
          <div className="flex flex-wrap gap-4 pb-5">
            <SelectField label={words.unit} className="w-80" value={form.unitId} onChange={(event) => go(event.target.value, form.year)}>
              {choice.units.map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {unit.name}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={words.year}
              className="w-36"
              value={form.year}
              onChange={(event) => go(form.unitId, Number(event.target.value))}
            >
              {choice.years.map((year) => (
                <option key={year} value={year}>
                  {common.year(year)}
                </option>
              ))}
            </SelectField>
          </div>
          {sums && <OpeningSumsPanel sums={sums} />}
          <OpeningsForm key={`${form.unitId} ${form.year}`} form={form} />
        </>
      )}
    </>
  );
}
