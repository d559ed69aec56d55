import { getFormat } from '@/server/domain/formats';

const liveNumbers = 300;
const paragraphs = 110;
/** Between the numbers; some fifteen pages of 三号 at 28 characters a line and 22 lines a page in all. */
const words = '按照年度工作要求，规范办理流程，明确答复时限，加强部门协同，并对照台账逐项核对';

/** A report text of some 15 pages with 300 live numbers and as many plain words between them as a report has. */
export function longText(): string {
  const cells = [...getFormat('2021').cells.values()].filter((cell) => cell.isPrinted && cell.quantity === 'count').map((cell) => cell.id);
  const lines: string[] = [];
  for (let at = 0, number = 0; at < paragraphs; at += 1) {
    let line = `（${at + 1}）`;
    for (const end = Math.round(((at + 1) * liveNumbers) / paragraphs); number < end; number += 1)
      line += `${words.slice(number % 9)}，涉及{{${cells[(number * 7) % cells.length]}}}件`;
    lines.push(`${line}。`);
  }
  return lines.join('\n');
}
