/** Characters that nobody sees: they split words and numbers, or turn the order in which a line is read. Blanks, tabs and line ends are none. */
export const invisibleClass =
  '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}';

/** These turn the order in which a line is read: what is printed is not what is stored. */
export const bidirectional = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** An emoji is written with some of them. */
export const emojiJoin = /(?<=\p{Extended_Pictographic}|\ufe0f)(?:\u200d(?=\p{Extended_Pictographic})|\ufe0f)/u;

const names: readonly { from: number; to?: number; zh: string; en: string }[] = [
  { from: 0x00ad, zh: '软连字符', en: 'soft hyphen' },
  { from: 0x200b, zh: '零宽空格', en: 'zero-width space' },
  { from: 0x200c, zh: '零宽不连字符', en: 'zero-width non-joiner' },
  { from: 0x200d, zh: '零宽连字符', en: 'zero-width joiner' },
  { from: 0x200e, zh: '从左到右标记', en: 'left-to-right mark' },
  { from: 0x200f, zh: '从右到左标记', en: 'right-to-left mark' },
  { from: 0x061c, zh: '阿拉伯字母标记', en: 'Arabic letter mark' },
  { from: 0x202a, to: 0x202e, zh: '双向控制符', en: 'bidirectional control' },
  { from: 0x2066, to: 0x2069, zh: '双向隔离符', en: 'bidirectional isolate' },
  { from: 0x2060, zh: '单词连接符', en: 'word joiner' },
  { from: 0x2061, to: 0x2065, zh: '不可见运算符', en: 'invisible operator' },
  { from: 0xfeff, zh: '零宽不换行空格（BOM）', en: 'zero-width no-break space (BOM)' },
  { from: 0xfe00, to: 0xfe0f, zh: '异体选择符', en: 'variation selector' },
  { from: 0xe0100, to: 0xe01ef, zh: '异体选择符', en: 'variation selector' },
  { from: 0xe0000, to: 0xe007f, zh: '标签字符', en: 'tag character' },
  { from: 0x115f, to: 0x1160, zh: '谚文填充符', en: 'Hangul filler' },
  { from: 0x3164, zh: '谚文填充符', en: 'Hangul filler' },
  { from: 0xffa0, zh: '谚文填充符', en: 'Hangul filler' },
  { from: 0x2800, zh: '盲文空格', en: 'blank Braille pattern' },
  { from: 0, to: 0x9f, zh: '控制字符', en: 'control character' },
];

/** What an invisible character is called, with its code point: `零宽空格（U+200B）`. */
export function nameOfInvisible(character: string): { zh: string; en: string } {
  const code = character.codePointAt(0) ?? 0;
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const known = names.find(({ from, to = from }) => from <= code && code <= to) ?? { zh: '不可见字符', en: 'invisible character' };
  return { zh: `${known.zh}（${point}）`, en: `${known.en} (${point})` };
}
