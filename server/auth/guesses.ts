import {
  dropGuessCount,
  dropGuessCountsOf,
  findGuessCounts,
  knownSourcesOf,
  listHeldPlaces,
  pruneGuessCounts,
  type Reader,
  rememberSource,
  type Tx,
  writeGuessCount,
} from '@/db/store';
import type { CommandContext } from '@/server/commands/command';
import { sha256Hex } from '@/server/domain/audit';
import { byAccount, bySource, byUnknownSource, type GuessCount, type GuessRule, heldUntil, withOneMore } from '@/server/domain/guessing';

/** From where somebody tries a password. */
export interface Source {
  /** Null: it cannot be known, a proxy's own is all that is seen. */
  address: string | null;
  /** What the browser was given to know it again by; null: nothing. */
  device: string | null;
}

/** What nothing is known of. */
export const nowhere: Source = { address: null, device: null };

/** What a try is counted as. source: this account from there; nowhere: from what cannot be told apart; account: from all that is not known to it; session: by who is signed in. */
const rules = { source: bySource, nowhere: byUnknownSource, account: byAccount, session: bySource } satisfies Record<string, GuessRule>;
type Kind = keyof typeof rules;

export interface Place {
  kind: Kind;
  place: string;
}

/** A source is remembered for half a year after the last sign-in from it. */
const rememberedMs = 180 * 24 * 3_600_000;

/** How an account is named in the counts, whether it exists or not. */
export function accountOf(username: string): string {
  return sha256Hex(`account ${username.trim().toLowerCase()}`);
}

/**
 * Where a try at the sign-in page is counted. Whoever comes from where this person has signed in before is counted there and nowhere else, so that
 * no number of guesses from elsewhere closes the door to them.
 */
export function placesOfSignIn(reader: Reader, of: SignInTry): Promise<Place[]> {
  return placesAt(reader, of, accountOf(of.username));
}

/**
 * Where a code is counted, in the second step: by the same rules, beside the passwords. Counted together, a password that is right would give the tries at
 * the code back.
 */
export function placesOfCode(reader: Reader, of: SignInTry): Promise<Place[]> {
  return placesAt(reader, of, `code ${accountOf(of.username)}`);
}

interface SignInTry {
  username: string;
  userId: string | null;
  from: Source;
}

async function placesAt(reader: Reader, of: SignInTry, account: string): Promise<Place[]> {
  const { device, address } = sourcesOf(of.from);
  const known = await knownSourcesOf(
    reader,
    of.userId ?? '',
    [device, address].filter((one) => one !== null),
  );
  if (device && known.has(device)) return [place('source', `${account} ${device}`)];
  const here = address ? place('source', `${account} ${address}`) : place('nowhere', account);
  return address && known.has(address) ? [here] : [here, place('account', account)];
}

/** Where the password of somebody signed in is counted: in their session, which no guess at their name from elsewhere touches. */
export function placesOfSession(sessionId: string): Place[] {
  return [place('session', sessionId)];
}

/** A try that is looked at, with what it left where it was counted. */
export interface CountedGuess {
  account: string;
  places: readonly (Place & GuessCount)[];
}

/**
 * Counts a try before the password is looked at: counted afterwards, a hundred guesses at once would all be checked.
 *
 * @returns the count, to be given back when the password fits; or until when nobody's password is looked at there
 */
export async function countGuess(
  context: CommandContext,
  { username, places }: { username: string; places: readonly Place[] },
): Promise<CountedGuess | { until: Date }> {
  const account = accountOf(username);
  const work = async (tx: Tx) => {
    // Not before its turn: what waited would come with a time that is over.
    const now = context.now();
    const counts = await findGuessCounts(
      tx,
      places.map((one) => one.place),
    );
    const countAt = (at: Place) => counts.get(at.place) ?? null;
    const holds = places.map((one) => heldUntil(rules[one.kind], countAt(one), now)).filter((until) => until !== null);
    const [until] = holds.sort((a, b) => b.getTime() - a.getTime());
    if (until) return { until };
    const counted = places.map((one) => ({ ...one, ...withOneMore(rules[one.kind], countAt(one), now) }));
    for (const { kind: _, ...row } of counted) await writeGuessCount(tx, { account, ...row });
    return { account, places: counted, isFirst: counts.size === 0 };
  };
  const counted = await context.store.tx(work, { only: turnOf(account) });
  // Whoever tries a name for the first time in a while clears what is forgotten.
  if ('isFirst' in counted && counted.isFirst) await context.store.tx((tx) => pruneGuessCounts(tx, context.now()), { only: 'guesses' });
  return counted;
}

/** What those wait for who count at one account. */
function turnOf(account: string): string {
  return `guesses:${account}`;
}

/** The password fitted: the source begins anew, and the try does not count for the account. What others tried stays counted. */
export async function giveGuessBack(tx: Tx, guess: CountedGuess): Promise<void> {
  await tx.lock(turnOf(guess.account));
  const counts = await findGuessCounts(
    tx,
    guess.places.map((one) => one.place),
  );
  for (const { kind, place, heldUntil: own } of guess.places) {
    const count = counts.get(place);
    const isOwn = kind === 'source' || kind === 'session';
    if (isOwn || !count || count.tries <= 1) await dropGuessCount(tx, place);
    else {
      const isOwnHold = count.heldUntil?.getTime() === own?.getTime();
      await writeGuessCount(tx, {
        place,
        account: guess.account,
        tries: count.tries - 1,
        heldUntil: isOwnHold ? null : count.heldUntil,
        forgetAt: count.forgetAt,
      });
    }
  }
}

/** Forgets every try at an account. @returns whether somebody was held off there */
export async function forgetGuesses(tx: Tx, username: string, now: Date): Promise<boolean> {
  const account = accountOf(username);
  await tx.lock(turnOf(account));
  const held = await listHeldPlaces(tx, now, account);
  await dropGuessCountsOf(tx, account);
  return held.length > 0;
}

/** Until when somebody is held off at an account by its user name; of all accounts at once, for a list of people. */
export async function heldAccounts(reader: Reader, now: Date): Promise<(username: string) => Date | null> {
  const until = new Map<string, Date>();
  for (const { place, account, ...count } of await listHeldPlaces(reader, now)) {
    const held = heldUntil(rules[place.split(':')[0] as Kind], count, now);
    const before = until.get(account);
    if (held && (!before || before < held)) until.set(account, held);
  }
  return (username) => until.get(accountOf(username)) ?? null;
}

/** The person has proven here who they are. */
export async function rememberSources(tx: Tx, userId: string, from: Source, at: Date): Promise<void> {
  const forgotten = new Date(at.getTime() - rememberedMs);
  for (const source of Object.values(sourcesOf(from))) if (source) await rememberSource(tx, { userId, source, at, forgotten });
}

function sourcesOf({ device, address }: Source): Record<'device' | 'address', string | null> {
  return { device: deviceHash(device), address: address && sha256Hex(`address ${address}`) };
}

/** How a browser is kept in mind: never by its word. */
export function deviceHash(device: string | null): string | null {
  return device && sha256Hex(`device ${device}`);
}

function place(kind: Kind, of: string): Place {
  return { kind, place: `${kind}:${sha256Hex(of)}` };
}
