import { contentHash } from '../audit';
import { type CellId, isNoteKey, type ProseKey, type TextKey } from '../formats';
import type { Sentence } from '../sentence';
import type { Severity } from '../subject';
import type { ContentGroup, SigningStep } from './steps';

/** All that a signature can be under, as plain data: what is printed, and what stands behind it. */
export interface SignableContent {
  /** Printed figures, by table. */
  tables: Readonly<Record<string, Readonly<Record<CellId, string>>>>;
  /** As printed, live numbers in words. */
  texts: Readonly<Partial<Record<TextKey, string>>>;
  /** As printed below a table or behind a figure, by place. */
  notes: Readonly<Record<string, string>>;
  indicators: readonly { name: string; printed: string }[];
  missing: readonly { unitName: string; quarters: readonly number[] }[];
  /** Lines that stand, signed or not. */
  adjustments: readonly { id: string; cell: CellId; change: string; reason: string; countersignedBy: string | null }[];
  /** What asks to be settled or said, with what was said of it. Hints ask nothing and bind nobody. */
  findings: readonly SignableFinding[];
}

export interface SignableFinding {
  rule: string;
  severity: Exclude<Severity, 'hint'>;
  boundTo: string;
  /** Shown, never part of a hash: a rule may be reworded. */
  message: Sentence;
  said: readonly { kind: 'explanation' | 'exception'; text: string; writtenBy: string; countersignedBy: string | null }[];
}

/** `table:t3`, `text:5`, `notes`, `indicators`, `missing`, `adjustments`, `findings`. */
export type PartKey = string;

/** The content part by part. A part that is empty is a part: something may come to stand in it. */
export function partsOf(content: SignableContent): Record<PartKey, unknown> {
  return {
    ...Object.fromEntries(Object.entries(content.tables).map(([id, figures]) => [`table:${id}`, figures])),
    ...Object.fromEntries(Object.entries(content.texts).map(([key, text]) => [`text:${key}`, text ?? ''])),
    notes: content.notes,
    indicators: content.indicators,
    missing: content.missing,
    adjustments: content.adjustments,
    findings: content.findings.map(({ message: _message, ...bound }) => bound),
  };
}

export function partHashes(content: SignableContent): Record<PartKey, string> {
  return Object.fromEntries(Object.entries(partsOf(content)).map(([key, part]) => [key, contentHash(part)]));
}

/** SHA-256 of the whole, which is what a signer's screen names. */
export function signableHash(hashes: Readonly<Record<PartKey, string>>): string {
  return contentHash(hashes);
}

/** The part a text of the report is in. A note stands or falls with the tables it explains. */
export function partOfProse(key: ProseKey): PartKey {
  return isNoteKey(key) ? 'notes' : `text:${key}`;
}

export function groupOf(part: PartKey): ContentGroup {
  if (part.startsWith('text:')) return 'texts';
  return part === 'adjustments' || part === 'findings' ? 'reasons' : 'tables';
}

/** Whether a change of this part voids a signature of this step. */
export function answersForPart(step: Pick<SigningStep, 'answersFor'>, part: PartKey): boolean {
  return step.answersFor.includes(groupOf(part));
}

/** The hashes of the parts a step answers for: what its signature is bound to. */
export function answeredFor(step: Pick<SigningStep, 'answersFor'>, hashes: Readonly<Record<PartKey, string>>): Record<PartKey, string> {
  return Object.fromEntries(Object.entries(hashes).filter(([part]) => answersForPart(step, part)));
}
