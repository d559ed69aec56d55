import { findUnit } from '@/db/store';
import { isDepartmentAdmin, type Role } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import type { CommandTx } from '../command';

/**
 * An administrator of a department is made by somebody who knows what that is: asked back, unless the input says that it is meant.
 *
 * @throws Refused invalid
 */
export async function requireMeantPost(
  tx: CommandTx,
  { unitId, role, isMeant = false }: { unitId: string; role: Role; isMeant?: boolean | undefined },
): Promise<void> {
  const unit = await findUnit(tx, unitId);
  if (isMeant || !unit || !isDepartmentAdmin(role, unit.kind)) return;
  throw new Refused('invalid', {
    zh: `“${unit.name}”的管理员不经办公室同意就能增减本单位及下级单位的人员和岗位、发密码链接，解锁报送，改年报并定稿。确实要给这个岗位，请先勾选确认（命令行加 --meant）。`,
    en: `An administrator of "${unit.name}" adds people and posts there and below, issues password links, unlocks quarters, changes the report and finalises it, without asking the office. If that is meant, confirm it first (--meant on the command line).`,
  });
}
