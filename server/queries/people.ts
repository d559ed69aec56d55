import {
  contactsOf,
  findUnits,
  type Person,
  type Post,
  pageOfPeople,
  peopleWithIdentity,
  peopleWithSecondFactor,
  postsOfPeople,
  type Reader,
  rootUnit,
  type SeenUnits,
  type Unit,
} from '@/db/store';
import { heldAccounts } from '@/server/auth/guesses';
import { type Page, pageAt } from '@/server/domain/paging';
import { can, type Role, roles, type UnitPath } from '@/server/domain/permissions';
import { roleNames } from '@/server/domain/permissions/role-names';
import { isFound, searchWords } from '@/server/domain/searched';
import { type Actor, notFound } from '@/server/views/access';
import { type OpenWork, openWorkLeftBy } from '@/server/views/open-work';

export interface OfficePerson extends Person {
  /** Until when wrong passwords keep somebody from trying this account, wherever from; null: nobody is kept. */
  heldUntil: string | null;
  /** An identity of the office's provider signs them in. */
  hasIdentity: boolean;
  hasSecondFactor: boolean;
  /** Empty: none. */
  telephone: string;
  /** `openWork`: what would be left without a clerk if the post ended. */
  posts: readonly (Post & { unitName: string; openWork: readonly OpenWork[] })[];
  /** The unit in whose name the office acts on them: one they hold a post in, else the top of what may be managed. */
  actIn: string;
}

export interface OfficePeople {
  people: OfficePerson[];
  page: Page;
  search: string;
}

/** Each has a row of acts, which weighs more than the person. */
export const peoplePerPage = 40;

/** People with a post in a unit the person may manage, and those without any post, a page at a time. @throws Refused not_found */
export async function listOfficePeople(
  reader: Reader,
  actor: Actor,
  now: Date,
  { search = '', page }: { search?: string | undefined; page?: number | undefined } = {},
): Promise<OfficePeople> {
  const { seen, top } = await seenBy(reader, actor);
  const asked = { seen, words: wordsOf(search), limit: peoplePerPage };
  const first = await pageOfPeople(reader, { ...asked, offset: ((page ?? 1) - 1) * peoplePerPage });
  const { offset, ...at } = pageAt(first.of, page, peoplePerPage);
  const { people } = at.page === (page ?? 1) ? first : await pageOfPeople(reader, { ...asked, offset });
  const ids = people.map((person) => person.id);
  const posts = await postsOfPeople(reader, ids);
  const units = await findUnits(reader, [...new Set(posts.map((post) => post.unitId))]);
  const left = await openWorkLeftBy(reader, posts);
  const heldUntil = await heldAccounts(reader, now);
  const bound = await peopleWithIdentity(reader, ids);
  const contacts = await contactsOf(reader, ids);
  const withSecondFactor = await peopleWithSecondFactor(reader, ids);
  const lines = people.map((person): OfficePerson => {
    const held = posts.filter((post) => post.userId === person.id);
    const managed = held.find((post) => isSeen(actor, units.get(post.unitId)?.path ?? []));
    return {
      ...person,
      heldUntil: heldUntil(person.username)?.toISOString() ?? null,
      hasIdentity: bound.has(person.id),
      hasSecondFactor: withSecondFactor.has(person.id),
      telephone: contacts.get(person.id)?.telephone ?? '',
      posts: held.map((post) => ({ ...post, unitName: units.get(post.unitId)?.name ?? '', openWork: left.get(post.id) ?? [] })),
      actIn: managed?.unitId ?? top.id,
    };
  });
  return { people: lines, page: at, search };
}

/** Somebody who may take over what another leaves. */
export type Heir = Pick<Person, 'id' | 'name' | 'username'>;

/** Everybody the person sees who can sign in. @throws Refused not_found */
export async function listHeirs(reader: Reader, actor: Actor): Promise<Heir[]> {
  const { seen } = await seenBy(reader, actor);
  const { people } = await pageOfPeople(reader, { seen, words: [], onlyActive: true, limit: maxHeirs, offset: 0 });
  return people.map(({ id, name, username }) => ({ id, name, username }));
}

/** More than there are in any office; a list to choose from is no longer. */
const maxHeirs = 10_000;

/** Where a person sees people: null for everywhere. The top of it stands for what is not in it. */
async function seenBy(reader: Reader, actor: Actor): Promise<{ seen: readonly SeenUnits[] | null; top: Unit }> {
  const root = await rootUnit(reader);
  if (root && isSeen(actor, root.path) && isSeen(actor, below(root.path))) return { seen: null, top: root };
  const own = [...(await findUnits(reader, [...new Set(actor.posts.map((post) => post.unitId))])).values()];
  const seen = own
    .map((unit) => ({ unit, path: unit.path, own: isSeen(actor, unit.path), below: isSeen(actor, below(unit.path)) }))
    .filter((one) => one.own || one.below);
  const [first] = seen;
  if (!first) throw notFound();
  return { seen, top: first.unit };
}

function isSeen(actor: Actor, unitPath: UnitPath): boolean {
  return can(actor.posts, 'people.read', { unitPath, status: null }) === 'allowed';
}

/** Any unit under one: what somebody may there hangs on nothing but that. */
function below(path: UnitPath): UnitPath {
  return [...path, 'any'];
}

/** The words of a search, each with the posts that are called so in either language. */
function wordsOf(search: string): { word: string; roles: readonly Role[] }[] {
  return searchWords(search).map((word) => ({
    word,
    roles: roles.filter((role) => isFound([word], `${roleNames.zh[role]} ${roleNames.en[role]}`)),
  }));
}
