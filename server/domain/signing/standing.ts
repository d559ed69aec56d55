import { can, type HeldPost, type UnitPath } from '../permissions';
import { answeredFor, type PartKey } from './signable-content';
import type { SigningStep } from './steps';

/** A signature that was not withdrawn. */
export interface GivenSignature {
  step: string;
  /** The edition it was given on the way to. */
  edition: number;
  /** Hashes of the parts its step answered for. */
  parts: Readonly<Record<PartKey, string>>;
  signedBy: string;
}

/** waiting: nobody has signed for this edition. lapsed: what was signed has moved. signed: exactly what stands. */
export type StepState = 'waiting' | 'lapsed' | 'signed';

export interface StepStanding<S extends GivenSignature> {
  step: SigningStep;
  state: StepState;
  /** The one that stands, else the newest that lapsed. */
  signature: S | null;
  /** Lapsed: the parts that are no longer as they were signed. */
  moved: readonly PartKey[];
}

/**
 * How each step stands over a content. A signature holds exactly while every part its step answers for is what was signed: a
 * late change voids those whose content moved and no other, and what is changed back is signed again.
 *
 * @param signatures the oldest first, withdrawn ones left out
 * @param of.hashes of the content as it stands
 * @param of.edition the number the draft would get
 */
export function stepStandings<S extends GivenSignature>(
  steps: readonly SigningStep[],
  signatures: readonly S[],
  of: { hashes: Readonly<Record<PartKey, string>>; edition: number },
): StepStanding<S>[] {
  return steps.map((step): StepStanding<S> => {
    const given = signatures.filter((one) => one.step === step.key && (!step.isPerEdition || one.edition === of.edition));
    const standing = given.findLast((one) => movedParts(step, one, of.hashes).length === 0);
    if (standing) return { step, state: 'signed', signature: standing, moved: [] };
    const newest = given.at(-1);
    if (!newest) return { step, state: 'waiting', signature: null, moved: [] };
    return { step, state: 'lapsed', signature: newest, moved: movedParts(step, newest, of.hashes) };
  });
}

function movedParts(step: SigningStep, signature: GivenSignature, hashes: Readonly<Record<PartKey, string>>): PartKey[] {
  const [was, is] = [signature.parts, answeredFor(step, hashes)];
  const known = Object.keys(answeredFor(step, was));
  return [...new Set([...Object.keys(is), ...known])].filter((part) => was[part] !== is[part]);
}

/** The first step that is not signed: steps are signed in order. Null: all are, or there are none. */
export function nextStep<S extends GivenSignature>(standings: readonly StepStanding<S>[]): StepStanding<S> | null {
  return standings.find((one) => one.state !== 'signed') ?? null;
}

/** other_role: the step asks for another post. signed_another: one person signs one step only. */
export type SignVerdict = 'allowed' | 'other_role' | 'signed_another';

/** May this person give the signature of this step? */
export function maySignStep<S extends GivenSignature>(
  person: { userId: string; posts: readonly HeldPost[] },
  step: SigningStep,
  of: { unitPath: UnitPath; standings: readonly StepStanding<S>[] },
): SignVerdict {
  if (!holdsRole(person.posts, step, of.unitPath)) return 'other_role';
  const others = of.standings.filter((one) => one.step.key !== step.key);
  return others.some((one) => one.signature?.signedBy === person.userId) ? 'signed_another' : 'allowed';
}

/** Whether one of the posts is the one a step asks for, over this unit. */
export function holdsRole(posts: readonly HeldPost[], step: Pick<SigningStep, 'role'>, unitPath: UnitPath): boolean {
  return posts.some((post) => post.role === step.role && can([post], 'report.sign', { unitPath, status: null }) === 'allowed');
}

/** Two people at least stand behind an edition: who finalises is not the only one who signed. */
export function isOnlySigner<S extends GivenSignature>(personId: string, standings: readonly StepStanding<S>[]): boolean {
  return standings.length > 0 && standings.every((one) => one.signature?.signedBy === personId);
}
