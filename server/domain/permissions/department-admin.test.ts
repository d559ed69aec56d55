import { expect, it } from 'vitest';
import type { UnitKind } from '../units/unit-kind';
import { isDepartmentAdmin } from './department-admin';
import { roles } from './roles';

it('is asked back of an administrator in a department or a street, and of nobody else', () => {
  const kinds: UnitKind[] = ['government', 'office', 'department', 'street'];
  const asked = roles.flatMap((role) => kinds.filter((kind) => isDepartmentAdmin(role, kind)).map((kind) => `${role} ${kind}`));
  expect(asked).toEqual(['admin department', 'admin street']);
});
