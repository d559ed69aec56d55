import type { Format } from '../formats';
import { type PartKey, partHashes, type SignableContent, type SignableFinding } from './signable-content';
import { type SignableDifference, signableDifference } from './signable-difference';
import { type GivenSignature, stepStandings } from './standing';
import type { SigningStep } from './steps';

/** What a late change would move in a report, before it is saved. */
export interface Impact<S extends GivenSignature = GivenSignature> extends Pick<SignableDifference, 'cells' | 'texts'> {
  /** Findings that would newly ask for something, and those that would be gone. */
  appeared: readonly SignableFinding[];
  gone: readonly SignableFinding[];
  /** Explanations and exceptions bound to values that would change; they lapse. */
  lapsedReasons: readonly { rule: string; text: string }[];
  /** Signatures that stand now and would not any more. */
  lapsed: readonly { step: SigningStep; signature: S; moved: readonly PartKey[] }[];
  /** How many signatures stand and would go on standing. */
  keptSignatures: number;
}

/**
 * What moves when one content becomes another: printed figures, sentences, findings, and exactly those signatures that are bound
 * to a part that moves. Nothing is stored; whoever makes the change sees it first.
 *
 * @source product.md A7
 */
export function impactOf<S extends GivenSignature>(
  format: Format,
  signing: { steps: readonly SigningStep[]; signatures: readonly S[]; edition: number },
  before: SignableContent,
  after: SignableContent,
): Impact<S> {
  const { cells, texts } = signableDifference(format, before, after);
  const was = stepStandings(signing.steps, signing.signatures, { hashes: partHashes(before), edition: signing.edition });
  const is = stepStandings(signing.steps, signing.signatures, { hashes: partHashes(after), edition: signing.edition });
  const standing = was.flatMap(({ state, signature }, index) => {
    const then = is[index];
    return state === 'signed' && signature && then ? [{ signature, then }] : [];
  });
  return {
    cells,
    texts,
    appeared: after.findings.filter((finding) => !before.findings.some((other) => isOne(finding, other))),
    gone: before.findings.filter((finding) => !after.findings.some((other) => isOne(finding, other))),
    lapsedReasons: before.findings
      .filter((finding) => !after.findings.some((other) => isOne(finding, other)))
      .flatMap(({ rule, said }) => said.map(({ text }) => ({ rule, text }))),
    lapsed: standing
      .filter(({ then }) => then.state !== 'signed')
      .map(({ signature, then }) => ({ step: then.step, signature, moved: then.moved })),
    keptSignatures: standing.filter(({ then }) => then.state === 'signed').length,
  };
}

export function isNothing({ cells, texts, appeared, gone, lapsed }: Impact): boolean {
  return cells.length + texts.length + appeared.length + gone.length + lapsed.length === 0;
}

function isOne(one: SignableFinding, other: SignableFinding): boolean {
  return one.rule === other.rule && one.boundTo === other.boundTo;
}
