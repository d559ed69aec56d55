import type { CheckSubject } from '../subject';
import type { Overlay } from './overlay/overlay';
import { checks } from './pack';
import { packVersion } from './pack-version';
import { packWith } from './pack-with';
import { type CheckRun, type RunOptions, runChecksWith } from './run-checks';

/**
 * Runs the whole pack on a subject, as the deployment's overlay has it. The browser, the server and the command line all call this.
 */
export function runChecks(subject: CheckSubject, { overlay, ...options }: RunOptions = {}): CheckRun {
  if (!overlay) return runChecksWith(subject, { checks, ...options });
  return runChecksWith(subject, {
    checks: packWith(overlay),
    ...options,
    switchedOff: { ...overlay.switchedOff, ...options.switchedOff },
    version: versionWith(overlay),
  });
}

/** By which rules a verdict was reached, as it is printed. */
export function versionWith(overlay: Overlay | null): string {
  return overlay ? `${packVersion} + ${overlay.version}` : packVersion;
}

export type { Sentence } from '../sentence';
export type { CheckSubject, Scope, Severity } from '../subject';
export type { Check, Finding, Repair, RepairKind } from './check';
export type { Overlay } from './overlay/overlay';
export { overlayFrom } from './overlay/overlay-from';
export { type ParsedOverlay, parseOverlay } from './overlay/parse-overlay';
export { checks } from './pack';
export { packVersion } from './pack-version';
export { packWith } from './pack-with';
export type { CheckRun, RunOptions } from './run-checks';
export { standardThresholds, type Thresholds } from './thresholds';
