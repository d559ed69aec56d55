import { endSessionsOf, findSecondFactor, insertSecondFactor, writeRecoveryCodes } from '@/db/store';
import { type ConfirmDoor, confirmPerson } from '@/server/auth/confirm-person';
import { openEnrolment } from '@/server/auth/enrolment';
import { factorOf, vaultIn } from '@/server/auth/fitting-code';
import { newRecoveryCodes } from '@/server/auth/recovery-codes';
import { stepOfCode } from '@/server/auth/time-codes';
import { readTypedCode } from '@/server/domain/accounts/typed-code';
import { timeAt } from '@/server/domain/periods';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { dropWhatIsBound } from '../office/drop-identities';
import { requireOwnPassword } from './own-second-factor';

/**
 * A person has a second factor from now on: by the password they have, and one right code of the secret they were shown, so that it is on their telephone. Every
 * other session of theirs ends, and so does an identity that was bound before.
 *
 * @param input.enrolment what `newEnrolment` gave with the secret
 * @returns recovery codes, shown this once
 * @throws Refused invalid (password, code, or the enrolment is too old), conflict (they have one), too_many
 * @source ASVS 5.0 6.4.3, 6.5.2, 7.4.3
 */
export async function turnOnSecondFactor(
  context: CommandContext,
  door: ConfirmDoor,
  input: { enrolment: string; password: string; code: string },
): Promise<{ recoveryCodes: string[] }> {
  const { actor, store, now } = context;
  await requireOwnPassword(store.read, actor);
  await confirmPerson(context, { ...door, isOneClick: false }, { act: 'account.turnOnSecondFactor', password: input.password });
  const secret = openEnrolment(context, input.enrolment);
  const typed = readTypedCode(input.code);
  const { shown, hashes } = newRecoveryCodes(actor.userId);
  return runCommand(context, 'account.turnOnSecondFactor', async (tx) => {
    tx.about({ type: 'person', id: actor.userId, unitId: null, period: null });
    if (secret === null) throw enrolmentOver();
    const step = typed?.kind === 'time' ? stepOfCode(secret, typed.digits, now(), null) : null;
    if (step === null) throw notOfThisSecret(now());
    if (await findSecondFactor(tx, actor.userId)) throw hasOne();
    const sealedSecret = vaultIn(context).lock(secret, factorOf(actor.userId));
    await insertSecondFactor(tx, { userId: actor.userId, sealedSecret, lastStep: step, setAt: now() });
    await writeRecoveryCodes(tx, actor.userId, hashes);
    // Bound before, it would go on letting in without the code.
    await dropWhatIsBound(tx, actor.userId);
    await endSessionsOf(tx, actor.userId, now(), actor.sessionId);
    tx.record('person.second_factor_on', { userId: actor.userId });
    return { recoveryCodes: shown };
  });
}

function enrolmentOver(): Refused {
  return new Refused('invalid', {
    zh: '这个二维码已过期，没有开启。请重新开始，用新的二维码。',
    en: 'This picture is too old, and nothing was switched on. Begin again with a new one.',
  });
}

/** A telephone's clock that goes wrong is the usual cause: the person sees both beside each other. */
function notOfThisSecret(now: Date): Refused {
  const time = timeAt(now);
  return new Refused('invalid', {
    zh: `动态口令不正确，没有开启。服务器现在是 ${time}，请核对手机时间是否一致，再输入现在显示的 6 位数字。`,
    en: `The code is not right, and nothing was switched on. The server's time is ${time}: see that your telephone shows the same, and type the six digits it shows now.`,
  });
}

function hasOne(): Refused {
  return new Refused('conflict', {
    zh: '您已在别处开启了两步验证，这次没有重复开启。请刷新后查看。',
    en: 'You have switched this on elsewhere already; nothing was done now. Reload and look.',
  });
}
