import type { Check } from '../check';
import type { Thresholds } from '../thresholds';

/**
 * What a deployment changes in the pack, as data: rules it does without, limits it sets, rules it adds. Nothing in it can change what a
 * rule of the pack means.
 */
export interface Overlay {
  /** The city's own, printed behind the pack's version, so that a verdict says by which rules it was reached. */
  version: string;
  /** As it was written, for whoever has to read it again elsewhere: the browser. */
  text: string;
  /** Rules this deployment does without, each with its reason, which editions print. */
  switchedOff: Readonly<Record<string, string>>;
  thresholds: Thresholds;
  added: readonly Check[];
}
