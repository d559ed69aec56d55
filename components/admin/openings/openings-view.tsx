'use client';

import { useRouter } from 'next/navigation';
import type { OpeningForm, OpeningUnits } from '@/server/queries/office';
import type { ShownOpeningSums } from '@/server/queries/opening-sums';
import { useWritingMessages } from '../../messages/writing-words';
import { listAddress } from '../../shell/list-address';
import { ListSearch } from '../../shell/list-search';
import { Pager } from '../../shell/pager';
import { SelectField } from '../../ui/field';
import { EmptyState, PageHead } from '../../ui/page';
import { OpeningSumsPanel } from './opening-sums-panel';
import { OpeningsForm } from './openings-form';

const path = '/office/openings';

/** Where one chooses: a page of the units that can be chosen, what they were looked for by, and the years there are. */
export type OpeningChoice = OpeningUnits & { search: string; years: readonly number[] };

/** Chooses a unit and a year, and shows what they open with. Where there are more units than a page, they are looked for by name. */
export function OpeningsView({
  choice,
  year,
  form,
  sums,
}: {
  choice: OpeningChoice;
  year: number | null;
  form: OpeningForm | null;
  sums: ShownOpeningSums | null;
}) {
  const { common, lists, office, openings: words } = useWritingMessages();
  const router = useRouter();
  const { search, at } = choice;
  const go = (unit: string | undefined, of: number) => router.push(listAddress(path, { unit, year: of, search, page: at.page }));
  const isEmpty = choice.years.length === 0 || choice.all === 0;
  // What was chosen before another page or search stays to be seen.
  const isListed = choice.units.some((unit) => unit.id === form?.unitId);
  const units = form && !isListed ? [{ id: form.unitId, name: form.unitName }, ...choice.units] : choice.units;
  return (
    <>
      <PageHead title={office.openings.title} context={words.context} />
      {isEmpty && <EmptyState title={choice.years.length === 0 ? words.noYear : words.noUnit} />}
      {!isEmpty && year !== null && (
        <>
          {choice.all > choice.units.length && (
            <ListSearch path={path} search={search} label={words.findUnit} found={at.of} kept={{ year: String(year) }} />
          )}
          {at.of === 0 && <p className="pb-3 text-body">{lists.nothingFound(search)}</p>}
          <div className="flex flex-wrap items-end gap-4 pb-5">
            {form && (
              <SelectField label={words.unit} className="w-80" value={form.unitId} onChange={(event) => go(event.target.value, year)}>
                {units.map((unit) => (
                  <option key={unit.id} value={unit.id}>
                    {unit.name}
                  </option>
                ))}
              </SelectField>
            )}
            <SelectField
              label={words.year}
              className="w-36"
              value={year}
              onChange={(event) => go(form?.unitId, Number(event.target.value))}
            >
              {choice.years.map((one) => (
                <option key={one} value={one}>
                  {common.year(one)}
                </option>
              ))}
            </SelectField>
            <Pager at={at} of={words.unit} path={path} kept={{ year, search }} />
          </div>
          {sums && <OpeningSumsPanel sums={sums} />}
          {form && <OpeningsForm key={`${form.unitId} ${form.year}`} form={form} />}
        </>
      )}
    </>
  );
}
