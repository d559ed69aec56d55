'use client';

import { isDepartmentAdmin, type Role, roles } from '@/server/domain/permissions';
import type { UnitChoice, UnitChoices } from '@/server/domain/units';
import { useWritingMessages } from '../../messages/writing-words';
import { soleUnit } from '../../shell/only-hit';
import { UnitSelect } from '../../shell/unit-select';
import { SelectField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { type PeopleActs, rolesToGive } from './people-acts';

export interface PostDraft {
  unit: UnitChoice | null;
  role: Role;
  /** That somebody becomes administrator of a department. */
  isMeant: boolean;
}

/** A post that nobody has chosen yet: its unit is not guessed. */
export function firstDraft(units: UnitChoices): PostDraft {
  return { unit: soleUnit(units), role: 'clerk', isMeant: false };
}

/** The post as the act names it. */
export function postOf({ unit, role, isMeant }: PostDraft) {
  return { unitId: unit?.id ?? '', role, isMeant };
}

/** Where and as what. What an administrator of a department may do is said before it is given, and has to be meant. */
export function PostFields({
  units,
  may,
  draft,
  onChange,
}: {
  units: UnitChoices;
  may: PeopleActs;
  draft: PostDraft;
  onChange: (next: PostDraft) => void;
}) {
  const { common, people } = useWritingMessages();
  const { unit } = draft;
  return (
    <>
      <UnitSelect
        aim="post"
        first={units}
        label={people.unit}
        required
        isBlankFirst
        blank={people.chooseUnit}
        chosen={unit}
        onChoose={(next) => onChange({ ...draft, unit: next, isMeant: false })}
      />
      <SelectField
        label={people.role}
        hint={people.rolePurposes[draft.role]}
        value={draft.role}
        onChange={(event) => onChange({ ...draft, role: roles.find((role) => role === event.target.value) ?? draft.role, isMeant: false })}
      >
        {rolesToGive(may).map((role) => (
          <option key={role} value={role}>
            {common.roles[role]}
          </option>
        ))}
      </SelectField>
      {unit && isDepartmentAdmin(draft.role, unit.kind) && (
        <Notice tone="confirm" title={people.departmentAdmin(unit.name)}>
          <ul className="list-disc pl-5">
            {people.departmentAdminMay.map((may) => (
              <li key={may}>{may}</li>
            ))}
          </ul>
          <label className="mt-2 flex items-start gap-2 font-medium">
            <input
              type="checkbox"
              required
              className="mt-1 size-4 accent-act"
              checked={draft.isMeant}
              onChange={(event) => onChange({ ...draft, isMeant: event.target.checked })}
            />
            <span>{people.departmentAdminMeant}</span>
          </label>
        </Notice>
      )}
    </>
  );
}
