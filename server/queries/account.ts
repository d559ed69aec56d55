import { contactsOf, countRecoveryCodes, findPerson, findSecondFactor, identitiesOf, listSessionsOf, type Reader } from '@/db/store';
import { absoluteLimitMs, isSessionAlive } from '@/server/auth/session-limits';
import { type PasswordProfile, passwordDueBy } from '@/server/domain/accounts/password-policy';
import { type Actor, notFound } from '@/server/views/access';
import { type FailedTries, loadFailedTries } from '@/server/views/failed-tries';
import { passwordProfile } from '@/server/views/password-profile';
import { isAskedForSecondFactor } from '@/server/views/second-factor-policy';
import { sessionKey } from '@/server/views/session-key';

export interface AccountPage {
  username: string;
  name: string;
  /** Empty: none. */
  telephone: string;
  hasPassword: boolean;
  profile: PasswordProfile;
  /** When the password was set, and by when another has to be; null: not known, or never. */
  passwordSetAt: Date | null;
  passwordDueBy: Date | null;
  /** Nothing else is done before another password is set. */
  hasOldPassword: boolean;
  failedTries: FailedTries | null;
  /** The office's identity provider; null where none is configured. */
  provider: { name: string; issuer: string } | null;
  /** Which providers sign the person in. */
  identities: readonly { issuer: string; boundAt: Date }[];
  /** Nothing else is done before the second factor is switched on. */
  lacksSecondFactor: boolean;
  secondFactor: OwnSecondFactor;
  sessions: readonly OwnSessionRow[];
}

export interface OwnSecondFactor {
  /** The office asks one of this person. */
  isAsked: boolean;
  /** Since when it is on; null: it is off. */
  setAt: Date | null;
  recoveryCodesLeft: number;
}

export interface OwnSessionRow {
  key: string;
  isThis: boolean;
  startedAt: Date;
  lastSeenAt: Date;
  ip: string | null;
  agent: string | null;
}

/** A person's own account: the password, the second factor, and where they are signed in. Sessions that ended by themselves are left out. */
export async function loadAccountPage(
  reader: Reader,
  actor: Actor,
  now: Date,
  provider: { name: string; issuer: string } | null = null,
): Promise<AccountPage> {
  const person = await findPerson(reader, actor.userId);
  if (!person) throw notFound();
  const profile = await passwordProfile(reader);
  const sessions = await listSessionsOf(reader, actor.userId, new Date(now.getTime() - absoluteLimitMs));
  const identities = await identitiesOf(reader, actor.userId);
  return {
    username: person.username,
    name: person.name,
    telephone: (await contactsOf(reader, [person.id])).get(person.id)?.telephone ?? '',
    hasPassword: person.hasPassword,
    profile,
    passwordSetAt: person.passwordSetAt,
    passwordDueBy: passwordDueBy(person.passwordSetAt, profile),
    hasOldPassword: actor.hasOldPassword === true,
    failedTries: await loadFailedTries(reader, actor),
    provider: provider && { name: provider.name, issuer: provider.issuer },
    identities: identities.map(({ issuer, boundAt }) => ({ issuer, boundAt })),
    lacksSecondFactor: actor.lacksSecondFactor === true,
    secondFactor: {
      isAsked: await isAskedForSecondFactor(reader, actor.posts),
      setAt: (await findSecondFactor(reader, actor.userId))?.setAt ?? null,
      recoveryCodesLeft: await countRecoveryCodes(reader, actor.userId),
    },
    sessions: sessions
      .filter((one) => isSessionAlive({ ...one, endedAt: null, isActive: true }, now))
      .map((one) => ({
        key: sessionKey(one.id),
        isThis: one.id === actor.sessionId,
        startedAt: one.createdAt,
        lastSeenAt: one.lastSeenAt,
        ip: one.ip,
        agent: one.agent,
      })),
  };
}
