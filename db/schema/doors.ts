import type { Kit } from '../kit';
import type { UnitTables } from './units';

/** What the doors remember of those who came to them. */
export const doorTables = (k: Kit, { users }: Pick<UnitTables, 'users'>) => {
  /**
   * Passwords that were tried, counted by place. Names and addresses are kept as hashes: people type a password where a name belongs. A row is of no
   * use after `forgetAt`.
   */
  const guessCounts = k.table(
    'guess_counts',
    {
      place: k.text('place').primaryKey(),
      /** The account that was tried, whether it exists or not; all counts of an account are given up together. */
      account: k.text('account').notNull(),
      tries: k.int('tries').notNull(),
      heldUntil: k.at('held_until'),
      forgetAt: k.at('forget_at').notNull(),
    },
    (t) => [k.index('guess_counts_account').on(t.account), k.index('guess_counts_forget').on(t.forgetAt)],
  );

  /** Browsers and addresses from which a person has signed in, by hash. */
  const knownSources = k.table(
    'known_sources',
    {
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
      source: k.text('source').notNull(),
      seenAt: k.at('seen_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.userId, t.source] })],
  );

  /**
   * By whom at the office's identity provider a person signs in. Who that is there is kept as a hash of issuer and subject; a person has one at
   * an issuer.
   */
  const identities = k.table(
    'identities',
    {
      identity: k.text('identity').primaryKey(),
      issuer: k.text('issuer').notNull(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
      boundAt: k.at('bound_at').notNull(),
    },
    (t) => [k.unique('identities_person').on(t.userId, t.issuer)],
  );

  /** What somebody proves beside the password. No row: nothing. */
  const secondFactors = k.table('second_factors', {
    userId: k
      .text('user_id')
      .primaryKey()
      .references(() => users.id),
    /** The secret that the codes are made of, encrypted by a key that is not in the database. */
    sealedSecret: k.text('sealed_secret').notNull(),
    /** The last step whose code was used; neither it nor one before it is taken again. */
    lastStep: k.int('last_step').notNull(),
    setAt: k.at('set_at').notNull(),
  });

  /** SHA-256 of codes that work once each, in place of a time code. Gone when used. */
  const recoveryCodes = k.table(
    'recovery_codes',
    {
      codeHash: k.text('code_hash').primaryKey(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
    },
    (t) => [k.index('recovery_codes_user').on(t.userId)],
  );

  /** Somebody's password was right and their code is asked for. No session; it is gone when it becomes one. */
  const halfwaySignIns = k.table(
    'halfway_sign_ins',
    {
      /** SHA-256 of what the browser was given for it. */
      tokenHash: k.text('token_hash').primaryKey(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
      /** By hash, the browser in which it began. */
      browser: k.text('browser').notNull(),
      expiresAt: k.at('expires_at').notNull(),
    },
    (t) => [k.index('halfway_sign_ins_user').on(t.userId)],
  );

  return { guessCounts, knownSources, identities, secondFactors, recoveryCodes, halfwaySignIns };
};
