import { endSessionsOf, findPerson, findPersonByUsername, type OneTimeLink, postsOf, takeLink } from '@/db/store';
import { rememberSources } from '@/server/auth/guesses';
import { consolePost, isOfficeDivided } from '@/server/views/acting-posts';
import { openLink } from '@/server/views/one-time-link';
import { putOutBy } from '@/server/views/put-out-by';
import { isThereASecond, unitsAround } from '@/server/views/second-person';
import { holdsOneOfThree, requireRoot, threeDutiesOf } from '@/server/views/three-duties';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { type AskedAct, askForAct, lapseActs, waitsForPasswordOf } from '../duty/asked-act';
import { dropWhatIsBound } from './drop-identities';
import { forgetHoldOff } from './forget-hold-off';
import { isIssuersBrowser, type LinkUser, staleLink } from './link-guards';
import { newPasswordOf, requireGoodPassword, setNewPassword } from './new-password';

/**
 * A person sets their own password through the link they were given. From where they do it they are known from now on, so that they get in although somebody
 * may be guessing at their account.
 *
 * Used in the browser that made it, the link is shown to the auditor, and where there is a second administrator the password takes effect when one
 * confirms it; until then the person gets in as before, or not at all. Where 三员 are three people, a password by link waits so for every holder of one of the three.
 *
 * @returns whether the password waits
 * @throws Refused invalid (link or password)
 */
export async function setPassword(
  context: CommandContext,
  input: { secret: string; password: string } & LinkUser,
): Promise<{ username: string; waits?: true }> {
  const wanted = await wantedPassword(context, input);
  return runCommand(context, 'person.set_password', async (tx) => {
    const link = await openLink(tx, input.secret, context.now());
    const person = link?.userId ? await findPerson(tx, link.userId) : null;
    if (link?.purpose !== 'set_password' || !person || !wanted) throw staleLink();
    tx.about({ type: 'person', id: person.id, unitId: null, period: null });
    requireGoodPassword(wanted);
    const waitsFor = await confirmationOf(tx, link, person.id, input);
    if (waitsFor) {
      await lapseActs(tx, context, waitsForPasswordOf(person.id));
      const id = await askForAct(tx, context, { ...waitsFor, userId: person.id, heldPasswordHash: wanted.hash });
      if (!(await takeLink(tx, link.tokenHash, context.now()))) throw staleLink();
      attend(tx, link, input, id);
      return { username: person.username, waits: true };
    }
    await setNewPassword(tx, context, person.id, wanted);
    await dropWhatIsBound(tx, person.id);
    await endSessionsOf(tx, person.id, context.now());
    if (!(await takeLink(tx, link.tokenHash, context.now()))) throw staleLink();
    await forgetHoldOff(tx, context, person);
    await rememberSources(tx, person.id, input.from, context.now());
    tx.record('person.password_set', { userId: person.id });
    attend(tx, link, input, null, await putOutFor(tx, context, link));
    return { username: person.username };
  });
}

/** Whether somebody has to confirm the password, and what they are asked; null: it takes effect at once. */
async function confirmationOf(
  tx: CommandTx,
  link: OneTimeLink,
  userId: string,
  user: LinkUser,
): Promise<Pick<AskedAct, 'kind' | 'askedBy' | 'askedAs'> | null> {
  const isIssuers = isIssuersBrowser(link, user);
  const askedBy = link.issuedBy ?? consolePost;
  if (await isOfficeDivided(tx)) {
    if (!isIssuers && !(await holdsOneOfThree(tx, userId))) return null;
    const [askedAs = null] = await threeDutiesOf(tx, askedBy);
    return { kind: 'three_link', askedBy, askedAs };
  }
  if (!isIssuers) return null;
  const unitIds = await unitsAround(tx, userId, (await requireRoot(tx)).id);
  return (await isThereASecond(tx, { notUserIds: [askedBy, userId], action: 'people.manage', unitIds }))
    ? { kind: 'own_link', askedBy }
    : null;
}

/** Whom the link's maker has put out who might have confirmed it. */
async function putOutFor(tx: CommandTx, context: CommandContext, { issuedBy, userId }: OneTimeLink): Promise<{ putOut?: string }> {
  if (issuedBy === null || userId === null) return {};
  const unitIds = await unitsAround(tx, userId, (await requireRoot(tx)).id);
  return putOutBy(tx, { userId: issuedBy, now: context.now }, unitIds);
}

function attend(tx: CommandTx, link: OneTimeLink, user: LinkUser, asked: string | null, more: { putOut?: string } = {}): void {
  if (link.userId === null || link.issuedBy === null || !isIssuersBrowser(link, user)) return;
  tx.record('attention.own_link_used', { userId: link.userId, issuedBy: link.issuedBy, asked, ...more });
}

async function wantedPassword({ store, now }: CommandContext, { secret, password }: { secret: string; password: string }) {
  const link = await openLink(store.read, secret, now());
  const found = link?.userId ? await findPerson(store.read, link.userId) : null;
  const person = found && (await findPersonByUsername(store.read, found.username));
  if (!person) return null;
  const unitIds = (await postsOf(store.read, person.id)).map((post) => post.unitId);
  return newPasswordOf(store.read, person, { password, unitIds });
}
