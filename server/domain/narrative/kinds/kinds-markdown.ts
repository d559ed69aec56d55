import type { Kind, Said } from './kind';

/** The kinds of sentences as the last part of docs/rules.md. */
export function kindsMarkdown(kinds: readonly Kind[]): string {
  return [
    '# 正文里的说法 Kinds of sentences',
    '',
    '每一类都有必须查出和必须不问的句子，逐句作为测试运行（`server/domain/narrative/kinds`）；未列的数为 0。Each kind has sentences that must be found and sentences that must be silent; they run as tests.',
    '',
    ...kinds.flatMap(({ title, basis, found, silent }) => [
      `## ${title}`,
      '',
      `- 依据：${basis}`,
      ...found.map(({ finds, ...said }) => `- 查出：${sentence(said)} → ${finds.map((one) => `\`${one}\``).join('、')}`),
      ...silent.map((said) => `- 不问：${sentence(said)}`),
      '',
    ]),
  ].join('\n');
}

function sentence({ text, figures = {}, organ, lastYear = {} }: Said): string {
  const book = (when: string, plain: Readonly<Record<string, number | string>>) =>
    Object.entries(plain).map(([cell, value]) => `${when}\`${cell}\` = ${value}`);
  const about = [...(organ ? [organ] : []), ...book('', figures), ...book('上年 ', lastYear)];
  return `“${text}”${about.length > 0 ? `（${about.join('，')}）` : ''}`;
}
