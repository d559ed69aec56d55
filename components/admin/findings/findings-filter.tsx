'use client';

import { foundStates, foundWeights } from '@/server/domain/workflow/found-list';
import type { YearFindings } from '@/server/queries/year-findings';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { FilterForm } from '../../shell/filter-form';
import { Button, buttonClass } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { Link } from '../../ui/link';
import { allFound, findingsAddress } from './findings-address';

/** Which findings are shown. What is chosen is asked for at once and is an address; a name is, with Enter or the button. */
export function FindingsFilter({ findings: { filter, rules }, year }: { findings: YearFindings; year: number }) {
  const { common, office } = useWritingMessages();
  const { found: words } = office;
  const language = useLanguage();
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(allFound);
  const ask = (event: { currentTarget: { form: HTMLFormElement | null } }) => event.currentTarget.form?.requestSubmit();
  return (
    <FilterForm
      asked={{ quarter: filter.quarter ?? '', weight: filter.weight, state: filter.state, rule: filter.rule ?? '', unit: filter.unit }}
      action="/board/findings"
      aria-label={words.filter}
      className="grid grid-cols-2 items-end gap-x-3 gap-y-2 pb-3 lg:grid-cols-[9rem_13rem_9rem_minmax(0,1fr)_12rem_auto] print:hidden"
    >
      <input type="hidden" name="year" value={year} />
      <SelectField label={words.quarter} name="quarter" defaultValue={filter.quarter ?? ''} onChange={ask}>
        <option value="">{words.allQuarters}</option>
        {[1, 2, 3, 4].map((quarter) => (
          <option key={quarter} value={quarter}>
            {common.quarter(quarter)}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.weight} name="weight" defaultValue={filter.weight} onChange={ask}>
        {foundWeights.map((weight) => (
          <option key={weight} value={weight}>
            {words.weights[weight]}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.state} name="state" defaultValue={filter.state} onChange={ask}>
        {foundStates.map((state) => (
          <option key={state} value={state}>
            {words.states[state]}
          </option>
        ))}
      </SelectField>
      <SelectField className="max-lg:col-span-2" label={words.rule} name="rule" defaultValue={filter.rule ?? ''} onChange={ask}>
        <option value="">{words.allRules}</option>
        {rules.map((rule) => (
          <option key={rule.id} value={rule.id}>
            {words.ruleOption(rule.id, rule.sentence[language], rule.count)}
          </option>
        ))}
      </SelectField>
      <TextField className="max-lg:col-span-2" label={words.unit} name="unit" type="search" maxLength={60} defaultValue={filter.unit} />
      <span className="flex gap-2 max-lg:col-span-2">
        <Button type="submit">{words.ask}</Button>
        {isFiltered && (
          <Link href={findingsAddress(year, allFound)} className={buttonClass('quiet')}>
            {words.clear}
          </Link>
        )}
      </span>
    </FilterForm>
  );
}
