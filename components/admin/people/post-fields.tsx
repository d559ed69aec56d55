'use client';

import { type Role, roles } from '@/server/domain/permissions';
import type { Unit } from '@/server/queries/office';
import { useWritingMessages } from '../../messages/writing-words';
import { SelectField } from '../../ui/field';
import { inTreeOrder } from '../units/unit-tree';

export interface PostDraft {
  unitId: string;
  role: Role;
}

/** Where and as what. */
export function PostFields({ units, draft, onChange }: { units: readonly Unit[]; draft: PostDraft; onChange: (next: PostDraft) => void }) {
  const { common, doors, people } = useWritingMessages();
  return (
    <>
      <SelectField label={people.unit} value={draft.unitId} onChange={(event) => onChange({ ...draft, unitId: event.target.value })}>
        {inTreeOrder(units).map(({ unit, depth }) => (
          <option key={unit.id} value={unit.id}>
            {`${'　'.repeat(depth)}${unit.name}`}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={people.role}
        hint={doors.rolePurposes[draft.role]}
        value={draft.role}
        onChange={(event) => onChange({ ...draft, role: roles.find((role) => role === event.target.value) ?? draft.role })}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {common.roles[role]}
          </option>
        ))}
      </SelectField>
    </>
  );
}
