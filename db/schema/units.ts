import { pendingActKinds } from '@/server/domain/duties/pending-act';
import { roles } from '@/server/domain/permissions/roles';
import type { Kit } from '../kit';

/** Units, the people with their posts in them, and how people get in. */
export const unitTables = (k: Kit) => {
  const units = k.table(
    'units',
    {
      id: k.text('id').primaryKey(),
      parentId: k.text('parent_id'),
      /** `/root/…/self/`: subtree queries are a prefix match. */
      path: k.text('path').notNull(),
      name: k.text('name').notNull(),
      kind: k.oneOf('kind', ['government', 'office', 'department', 'street']).notNull(),
      powers: k.json<string[]>('powers').notNull(),
      sort: k.int('sort').notNull(),
      opensOn: k.text('opens_on').notNull(),
      closesOn: k.text('closes_on'),
      /** The unit that takes over what a closed unit leaves open: a merger or a renaming. Its openings follow the closings of this one. */
      successorId: k.text('successor_id'),
      /** 分管领导 signs a quarter inside the unit before it is submitted. */
      needsSignOff: k.bool('needs_sign_off').notNull().default(false),
    },
    (t) => [k.index('units_path').on(t.path), k.index('units_successor').on(t.successorId), k.index('units_kind').on(t.kind)],
  );

  const users = k.table(
    'users',
    {
      id: k.text('id').primaryKey(),
      username: k.text('username').notNull(),
      name: k.text('name').notNull(),
      /** Shown to the office alone; null: none was given. */
      telephone: k.text('telephone'),
      /** argon2id; null until the one-time link has been used. */
      passwordHash: k.text('password_hash'),
      /** Null with the password. */
      passwordSetAt: k.at('password_set_at'),
      isActive: k.bool('is_active').notNull(),
      createdAt: k.at('created_at').notNull(),
    },
    (t) => [k.unique('users_username').on(t.username)],
  );

  /** What a person may not set again: the last few passwords, the one in use among them. */
  const formerPasswords = k.table(
    'former_passwords',
    {
      id: k.text('id').primaryKey(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
      passwordHash: k.text('password_hash').notNull(),
      setAt: k.at('set_at').notNull(),
    },
    (t) => [k.index('former_passwords_user').on(t.userId)],
  );

  const posts = k.table(
    'posts',
    {
      id: k.text('id').primaryKey(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
      unitId: k
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      role: k.oneOf('role', [...roles]).notNull(),
      startedAt: k.at('started_at').notNull(),
      endedAt: k.at('ended_at'),
    },
    (t) => [k.index('posts_user').on(t.userId), k.index('posts_unit').on(t.unitId)],
  );

  const sessions = k.table(
    'sessions',
    {
      id: k.text('id').primaryKey(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
      createdAt: k.at('created_at').notNull(),
      lastSeenAt: k.at('last_seen_at').notNull(),
      endedAt: k.at('ended_at'),
      /** From where and by which browser, as far as it is known: so that a person recognises their own. */
      ip: k.text('ip'),
      agent: k.text('agent'),
      /** The identity provider that said who came; null: a password, or the demonstration's one click. */
      issuer: k.text('issuer'),
      /** It began with a password, so that the office may ask a second factor of its person. */
      byPassword: k.bool('by_password').notNull().default(true),
    },
    (t) => [k.index('sessions_user').on(t.userId)],
  );

  const oneTimeLinks = k.table('one_time_links', {
    /** SHA-256 of the secret in the link; the secret itself is never stored. */
    tokenHash: k.text('token_hash').primaryKey(),
    purpose: k.oneOf('purpose', ['first_admin', 'set_password']).notNull(),
    userId: k.text('user_id'),
    expiresAt: k.at('expires_at').notNull(),
    usedAt: k.at('used_at'),
    /** Who made it, and by which browser (the hash of its device word): who uses it from there may be acting as another. */
    issuedBy: k.text('issued_by'),
    issuedDevice: k.text('issued_device'),
    /** When the browser that made it opened it first. */
    openedByIssuerAt: k.at('opened_by_issuer_at'),
  });

  /** What somebody asked for that takes effect when another confirms it. */
  const pendingActs = k.table(
    'pending_acts',
    {
      id: k.text('id').primaryKey(),
      kind: k.oneOf('kind', [...pendingActKinds]).notNull(),
      /** A person, or the console. */
      askedBy: k.text('asked_by').notNull(),
      /** Which of the three duties the asker held; null: none. */
      askedAs: k.text('asked_as'),
      askedAt: k.at('asked_at').notNull(),
      /** Whom it is about; null: the office. */
      userId: k.text('user_id'),
      role: k.oneOf('role', [...roles]),
      unitId: k.text('unit_id'),
      reason: k.text('reason').notNull(),
      endsAt: k.at('ends_at').notNull(),
      status: k.oneOf('status', ['open', 'confirmed', 'declined', 'lapsed']).notNull(),
      decidedBy: k.text('decided_by'),
      decidedAt: k.at('decided_at'),
      /** argon2id of the password that waits; null once it is decided. */
      heldPasswordHash: k.text('held_password_hash'),
    },
    (t) => [k.index('pending_acts_status').on(t.status)],
  );

  return { units, users, formerPasswords, posts, sessions, oneTimeLinks, pendingActs };
};
export type UnitTables = ReturnType<typeof unitTables>;
