import type { Role } from '../permissions';
import type { Sentence } from '../sentence';

/** Who may sign for a step: by a post in the report's own unit, or in the office above it, as `report.sign` allows. */
export const signingRoles = ['reviewer', 'admin', 'head'] as const satisfies readonly Role[];
export type SigningRole = (typeof signingRoles)[number];

/**
 * What a step answers for. tables: figures, notes beside them, local indicators, which units are missing. texts: the prose.
 * reasons: adjustments, findings and what was said of them.
 */
export const contentGroups = ['tables', 'texts', 'reasons'] as const;
export type ContentGroup = (typeof contentGroups)[number];

/** One step on the way from a draft to an edition. */
export interface SigningStep {
  /** Outlives every renaming: signatures name it. */
  key: string;
  name: string;
  role: SigningRole;
  answersFor: readonly ContentGroup[];
  /** Every edition asks for a new signature; else one that was given before an edition stands while its content does. */
  isPerEdition: boolean;
}

/** Sending a report round for signature is kept beside the signatures, under a key no step has. */
export const sentKey = 'sent';

/** What most offices do. An empty installation has no steps until an administrator sets some. */
export const usualSteps: readonly SigningStep[] = [
  { key: 'office', name: '办公室审核', role: 'reviewer', answersFor: ['tables', 'reasons'], isPerEdition: false },
  { key: 'legal', name: '法制与保密审查', role: 'reviewer', answersFor: ['texts'], isPerEdition: false },
  { key: 'leader', name: '领导签发', role: 'head', answersFor: ['tables', 'texts', 'reasons'], isPerEdition: true },
];

export const maxSteps = 8;
export const maxStepNameCharacters = 20;

/** What is wrong with a list of steps, or null. An empty list is a list: nobody signs. */
export function stepsFault(steps: readonly SigningStep[]): Sentence | null {
  if (steps.length > maxSteps) return { zh: `签发步骤最多 ${maxSteps} 步。`, en: `There are at most ${maxSteps} steps.` };
  for (const [index, step] of steps.entries()) {
    const at = { zh: `第 ${index + 1} 步`, en: `Step ${index + 1}` };
    const length = [...step.name.trim()].length;
    if (length === 0 || length > maxStepNameCharacters)
      return {
        zh: `${at.zh}须有名称，不超过 ${maxStepNameCharacters} 字。`,
        en: `${at.en} needs a name of at most ${maxStepNameCharacters} characters.`,
      };
    if (step.answersFor.length === 0)
      return { zh: `${at.zh}“${step.name}”没有选定对哪些内容负责。`, en: `${at.en}, "${step.name}", answers for nothing yet.` };
    if (!/^[a-z\d-]{1,40}$/.test(step.key) || step.key === sentKey) return { zh: `${at.zh}的编号无效。`, en: `${at.en} has no valid key.` };
    const earlier = steps.slice(0, index);
    if (earlier.some((other) => other.key === step.key || other.name.trim() === step.name.trim()))
      return { zh: `${at.zh}“${step.name}”与前面的步骤重复。`, en: `${at.en}, "${step.name}", repeats an earlier one.` };
  }
  return null;
}
