'use client';

import { isDepartmentAdmin, type Role, roles } from '@/server/domain/permissions';
import type { Unit } from '@/server/queries/office';
import { useWritingMessages } from '../../messages/writing-words';
import { SelectField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { inTreeOrder } from '../units/unit-tree';
import { type PeopleActs, rolesToGive } from './people-acts';

export interface PostDraft {
  unitId: string;
  role: Role;
  /** That somebody becomes administrator of a department. */
  isMeant: boolean;
}

/** A post that nobody has chosen yet. */
export function firstDraft(units: readonly Unit[]): PostDraft {
  return { unitId: units[0]?.id ?? '', role: 'clerk', isMeant: false };
}

/** Where and as what. What an administrator of a department may do is said before it is given, and has to be meant. */
export function PostFields({
  units,
  may,
  draft,
  onChange,
}: {
  units: readonly Unit[];
  may: PeopleActs;
  draft: PostDraft;
  onChange: (next: PostDraft) => void;
}) {
  const { common, people } = useWritingMessages();
  const unit = units.find((one) => one.id === draft.unitId);
  return (
    <>
      <SelectField
        label={people.unit}
        value={draft.unitId}
        onChange={(event) => onChange({ ...draft, unitId: event.target.value, isMeant: false })}
      >
        {inTreeOrder(units).map(({ unit, depth }) => (
          <option key={unit.id} value={unit.id}>
            {`${'　'.repeat(depth)}${unit.name}`}
          </option>
        ))}
      </SelectField>
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
