import { describeInvisible, invisiblesIn } from '@/server/domain/narrative/rules/s-invisible';
import { Refused } from '@/server/errors';

/** Acts whose texts may hold what nobody sees, because something else judges them: a save that was refused would lose what was typed. */
export const judgedElsewhere: ReadonlyMap<string, string> = new Map([
  ['filing.save', 'a cell that is no plain number is kept as typed and unreadable'],
  ['filing.saveText', 'submitFiling refuses the quarter'],
  ['report.saveText', 's-invisible, at every change'],
  ['report.suggest', 's-invisible, once it is in the text: a paragraph may hold one already'],
  ['report.saveCellRemark', 's-invisible, at every change'],
  ['report.adopt', 's-invisible, on the report as it was published'],
]);

/** Not words of this person: secrets, and what was on the screen and is sent back to say so. */
const notWritten: ReadonlySet<string> = new Set(['password', 'newPassword', 'secret', 'boundTo', 'seen', 'over', 'quote', 'json', 'file']);

const places: Readonly<Record<string, { zh: string; en: string }>> = {
  name: { zh: '名称', en: 'the name' },
  username: { zh: '用户名', en: 'the user name' },
  governmentName: { zh: '政府全称', en: 'the name of the government' },
  reason: { zh: '理由', en: 'the reason' },
  earlyReason: { zh: '提前报送的理由', en: 'the reason' },
  openingsReason: { zh: '期初数的理由', en: 'the reason' },
  evidence: { zh: '依据', en: 'the evidence' },
  definition: { zh: '口径', en: 'the definition' },
  unit: { zh: '计量单位', en: 'the unit of measure' },
  value: { zh: '数值', en: 'the value' },
  raw: { zh: '数值', en: 'the value' },
  words: { zh: '用词', en: 'the wording' },
  note: { zh: '签署意见', en: 'the note' },
};

/** @throws Refused invalid, with the character and its place, when something sent to be kept holds what nobody sees */
export function requireVisibleText(path: string, input: unknown): void {
  if (judgedElsewhere.has(path)) return;
  const found = firstInvisible(input, null);
  if (!found) return;
  const place = (found.key && places[found.key]) || { zh: '文字', en: 'the text' };
  const { shown, names } = describeInvisible(found.snippet);
  throw new Refused(
    'invalid',
    {
      zh: `${place.zh}中“${shown}”处有看不见的字符：${names.zh}。没有保存，请删去（可删掉前后几个字重新输入）后再试。`,
      en: `In ${place.en}, at "${shown}", there is something invisible: ${names.en}. Nothing was saved; take it out and try again.`,
    },
    { key: found.key },
  );
}

function firstInvisible(value: unknown, key: string | null): { key: string | null; snippet: string } | null {
  if (typeof value === 'string') {
    // What cannot be stored at all is refused by the schema, by name.
    const [first] = value.includes('\0') ? [] : invisiblesIn(value);
    return first ? { key, snippet: first.snippet } : null;
  }
  if (value === null || typeof value !== 'object') return null;
  for (const [name, inside] of Object.entries(value)) {
    if (notWritten.has(name)) continue;
    const found = firstInvisible(inside, Array.isArray(value) ? key : name);
    if (found) return found;
  }
  return null;
}
