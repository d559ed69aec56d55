import type { Sentence } from '../sentence';
import type { Severity } from '../subject';
import { packVersion } from './pack-version';
import type { ListedExample, ListedRule } from './rule-list';

const severities: Record<Severity, Sentence> = {
  must_fix: { zh: '必须改正', en: 'must fix' },
  confirm: { zh: '需要说明', en: 'explain' },
  hint: { zh: '提示', en: 'hint' },
};

/** The rule pack as a page of Markdown in both languages; `docs/rules.md` is this. */
export function rulesMarkdown(rules: readonly ListedRule[]): string {
  return [
    `# 核对规则 Rule pack ${packVersion}`,
    '',
    '由 `npx tsx scripts/rules.ts` 从规则本身生成，请勿手改。Written from the rules themselves by `npx tsx scripts/rules.ts`; do not edit.',
    '',
    '三种结论：通过、查出问题、无法核对（有数未知）。空白不等于零。Three verdicts: passed, found, not checkable (a figure is not known). A blank is never 0.',
    '',
    '| 编号 Id | 级别 Severity | 规则 Rule |',
    '|---|---|---|',
    ...rules.map(
      ({ id, severity, otherwise, sentence }) =>
        `| [${id}](#${id}) | ${severities[severity].zh}${otherwise.map((one) => `；有时${severities[one.severity].zh}`).join('')} | ${escaped(sentence.zh)}<br>${escaped(sentence.en)} |`,
    ),
    '',
    ...rules.flatMap(ruleLines),
  ].join('\n');
}

function ruleLines({ id, severity, otherwise, sentence, formula, source, passing, failing }: ListedRule): string[] {
  return [
    `## ${id}`,
    '',
    `**${severities[severity].zh} · ${severities[severity].en}**　${escaped(sentence.zh)}`,
    '',
    escaped(sentence.en),
    '',
    ...otherwise.flatMap((one) => [
      `- ${severities[one.severity].zh}，当：${escaped(one.when.zh)}`,
      `- ${severities[one.severity].en}: ${escaped(one.when.en)}`,
    ]),
    ...(formula ? [`- 算式 Formula：\`${formula}\``] : []),
    `- 依据 Source：${escaped(source)}`,
    ...exampleLines('通过 Passes', passing),
    ...exampleLines('查出 Found', failing),
    ...otherwise.flatMap((one) => exampleLines(`${severities[one.severity].zh} ${severities[one.severity].en}`, one.example)),
    '',
  ];
}

function exampleLines(name: string, { title, lines, says }: ListedExample): string[] {
  const shown = lines.slice(0, maxLines).map((line) => `  - ${escaped(line.zh)}`);
  return [
    `- ${name}：${escaped(title)}`,
    ...shown,
    ...(lines.length > maxLines ? [`  - …（共 ${lines.length} 项）`] : []),
    ...(says ? [`  - → ${escaped(says.zh)}`, `  - → ${escaped(says.en)}`] : []),
  ];
}

/** A whole table as an example is told by its beginning. */
const maxLines = 12;

/** A source may stand in a text of its own rules: characters that Markdown or HTML would take for markup are told apart. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_<>[\]#|~]/g, (character) => `\\${character}`);
}
