import type { Messages } from '../zh';

export const ruleTalk: Messages['ruleTalk'] = {
  noteRule: 'This rule is wrong',
  noteRuleOf: (rule) => `This rule is wrong: ${rule}`,
  noteTitle: (rule) => `What is wrong with rule ${rule}`,
  noteLabel: 'Why, and on what ground',
  noteHint:
    "It goes to the administrator, whose answer appears under this finding. It changes no finding and takes no explanation's place.",
  noteSend: 'Send',
  noteBy: (name) => `${name} on the rule: `,
  noteWaiting: "Waiting for the administrator's answer",
  answerBy: (name) => `${name} answered: `,
};
