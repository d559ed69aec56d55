import { type Forms, say } from '../statement';

/** Chapter 六 on the fee, where none was taken. @source 国办函〔2020〕109号 */
export const noFee = [
  '本年度未收取信息处理费。',
  '依据《政府信息公开信息处理费管理办法》，本年度未收取政府信息公开信息处理费。',
  '按照国办函〔2020〕109号文件规定，本机关全年收取信息处理费0元。',
  '本年度没有产生信息处理费。',
  '全年未向申请人收取信息处理费。',
  '本机关本年度收取政府信息公开信息处理费的总金额为0元。',
  '未发出收费通知，未收取信息处理费。',
  '信息处理费收取情况：本年度收费0元。',
  '本年度发出收费通知的件数为0件，总金额为0元，实际收取的总金额为0元。',
] as const;

/** The same chapter where one was taken. The last has its number of cases. */
export const someFee: Forms = {
  total: () => say`本年度共收取信息处理费${{ right: '120', wrong: ['12', '102', '210', '1200'] }}元。`,
  'as the law has it': () =>
    say`按照国办函〔2020〕109号文件规定，本年度发出收费通知${{ right: '3', wrong: ['2', '4', '30'] }}件，实际收取信息处理费${{ right: '120', wrong: ['12', '210'] }}元。`,
};
