/** What a person says to a rule, and the office's answer. */
export const ruleTalk = {
  noteRule: '这条规则不对',
  noteRuleOf: (rule: string) => `这条规则不对：${rule}`,
  noteTitle: (rule: string) => `规则 ${rule} 不对在哪里`,
  noteLabel: '请写明您的依据',
  noteHint: '意见送政府办公室管理员，答复会显示在这条核对结果下面。它不影响核对结果，也不代替说明。',
  noteSend: '提交意见',
  noteBy: (name: string) => `${name}对规则的意见：`,
  noteWaiting: '等待管理员答复',
  answerBy: (name: string) => `${name}答复：`,
};
