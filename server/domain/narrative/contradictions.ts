import type { Claim } from './claim';
import type { ReadText } from './read-text';

/** Words that leave more than one population open: two of them may both be right. */
const loose = new Set(['request', 'handled', 'carried']);
/** What may lie between two right tellings of one thing: with and without what was carried in, what is pending, what was withdrawn. */
const between = /^(?:carried|other|.*:pending|.*:other_result)/;

/** What is needed of an analysed text. */
interface Judged {
  read: ReadText;
  claims: readonly Claim[];
}

interface Told {
  text: Judged;
  claim: Claim;
  key: string;
  value: number;
}

/**
 * Text against text: a later statement of the same thing with another number, where no table could tell which is right. What a table
 * contradicts is asked about there.
 *
 * @returns the texts with such statements turned into disagreements
 */
export function withContradictions<Text extends Judged>(texts: readonly Text[]): Text[] {
  const told = texts.flatMap((text) => text.claims.flatMap((claim) => toldBy(text, claim)));
  const gaps = new Set(told.filter(({ key }) => between.test(key)).map(({ value }) => value));
  const first = new Map<string, Told>();
  const wrong = new Map<Claim, Claim>();
  for (const one of told) {
    const before = first.get(one.key);
    if (!before) first.set(one.key, one);
    else if (before.value !== one.value && !gaps.has(Math.abs(before.value - one.value))) wrong.set(one.claim, against(one, before));
  }
  const balance = brokenBalance(first);
  if (balance && wrong.size === 0) wrong.set(balance.was, balance.claim);
  return wrong.size === 0 ? [...texts] : texts.map((text) => ({ ...text, claims: text.claims.map((claim) => wrong.get(claim) ?? claim) }));
}

function toldBy(text: Judged, claim: Claim): Told[] {
  const { key, value, verdict } = claim;
  if (verdict !== 'not_checkable' || key === undefined || value === undefined || loose.has(key)) return [];
  return [{ text, claim, key, value }];
}

function against({ claim }: Told, { text, claim: before }: Told): Claim {
  const said = text.read.plain.text.slice(before.start, before.end);
  return {
    ...claim,
    verdict: 'disagrees',
    cells: [],
    tried: [{ zh: `另一处“${said}”`, en: `elsewhere "${said}"`, value: before.stated }],
  };
}

/** 收到 + 结转 = 答复 + 结转下年度, when each is told once and no table is at hand. */
function brokenBalance(told: ReadonlyMap<string, Told>): { was: Claim; claim: Claim } | null {
  const received = told.get('received_new') ?? told.get('received');
  const [carriedIn, answered, carriedOut] = ['carried_in', 'answered', 'carried_out'].map((key) => told.get(key));
  if (!received || !carriedIn || !answered || !carriedOut) return null;
  const out = answered.value + carriedOut.value;
  if (out === received.value + carriedIn.value || (received.key === 'received' && out === received.value)) return null;
  const value = received.value + carriedIn.value - carriedOut.value;
  return {
    was: answered.claim,
    claim: {
      ...answered.claim,
      verdict: 'disagrees',
      cells: [],
      tried: [
        {
          zh: `收到${received.value}+结转${carriedIn.value}−结转下年度${carriedOut.value}`,
          en: `${received.value} received + ${carriedIn.value} carried in − ${carriedOut.value} carried out`,
          value: String(value),
        },
      ],
    },
  };
}
