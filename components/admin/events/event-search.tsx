'use client';

import { useWritingMessages } from '../../messages/writing-words';
import { FilterForm } from '../../shell/filter-form';
import { Button, buttonClass } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { Link } from '../../ui/link';
import { type KindGroup, kindGroups } from './event-kinds';
import { type EventsShown, eventsAddress, isSearched, pageSizes } from './events-address';

/** What of the log is read: a plain form, whose answer is an address. What is chosen is asked for at once, what is typed with Enter or the button. */
export function EventSearch({ shown }: { shown: EventsShown }) {
  const { search: words, filter, kinds } = useWritingMessages().audit;
  const { asked, size, isFlat } = shown;
  const ask = (event: { currentTarget: { form: HTMLFormElement | null } }) => event.currentTarget.form?.requestSubmit();
  return (
    <FilterForm
      asked={{
        ...{ person: asked.person, unit: asked.unit, object: asked.object, from: asked.from ?? '', to: asked.to ?? '' },
        ...{ kind: asked.kindPrefix ?? '', size, flat: isFlat ? 'yes' : '' },
      }}
      action="/audit"
      aria-label={words.title}
      className="mb-3 grid grid-cols-2 items-end gap-x-3 gap-y-2 rounded border border-hairline bg-paper px-4 py-3 lg:grid-cols-4 print:hidden"
    >
      <TextField label={words.person} name="person" type="search" maxLength={100} defaultValue={asked.person} />
      <TextField label={words.unit} name="unit" type="search" maxLength={100} defaultValue={asked.unit} />
      <TextField
        label={words.object}
        name="object"
        type="search"
        maxLength={100}
        placeholder={words.objectExample}
        defaultValue={asked.object}
      />
      <SelectField label={filter} name="kind" defaultValue={asked.kindPrefix ?? ''} onChange={ask}>
        <option value="">{kinds.all}</option>
        {(Object.keys(kindGroups) as KindGroup[]).map((group) => (
          <optgroup key={group} label={words.groups[group]}>
            {kindGroups[group].map((prefix) => (
              <option key={prefix} value={prefix}>
                {kinds[prefix]}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <TextField label={words.from} name="from" type="date" defaultValue={asked.from ?? ''} />
      <TextField label={words.to} name="to" type="date" defaultValue={asked.to ?? ''} />
      <span className="grid grid-cols-2 gap-3">
        <SelectField label={words.size} name="size" defaultValue={size} onChange={ask}>
          {pageSizes.map((one) => (
            <option key={one} value={one}>
              {words.lines(one)}
            </option>
          ))}
        </SelectField>
        <SelectField label={words.saves} name="flat" defaultValue={isFlat ? 'yes' : ''} onChange={ask}>
          <option value="">{words.folded}</option>
          <option value="yes">{words.flat}</option>
        </SelectField>
      </span>
      <span className="flex gap-2">
        <Button type="submit">{words.ask}</Button>
        {isSearched(asked) && (
          <Link
            href={eventsAddress({
              ...shown,
              ...{ before: null, open: null },
              asked: { kindPrefix: null, person: '', unit: '', object: '', from: null, to: null },
            })}
            className={buttonClass('quiet')}
          >
            {words.clear}
          </Link>
        )}
      </span>
    </FilterForm>
  );
}
