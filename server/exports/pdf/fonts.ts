import { Refused } from '@/server/errors';
import { typst, warningsOf } from './compiler';

/**
 * The fonts an office prints with, then open ones that stand in for them. Names as the font files call themselves, in Chinese or Latin.
 *
 * @source GB/T 9704-2012, 5.2.1: 仿宋 for the text, 小标宋 for the title, 黑体 and 楷体 for the levels
 */
const wanted = {
  title: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05'],
  levelOne: ['SimHei', '黑体', 'FZHei-B01S', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC'],
  levelTwo: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'LXGW WenKai', 'LXGW WenKai GB'],
  body: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'FandolFang R', 'FandolFang'],
  table: ['SimSun', '宋体', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC'],
} as const;
type Role = keyof typeof wanted;

/** What any role falls back to: a font with every character that a name may have. */
const lastResort = ['Noto Serif CJK SC', 'Noto Serif SC', 'Source Han Serif SC', 'SimSun', '宋体', 'Noto Sans CJK SC', 'Noto Sans SC'];
const digits = ['Times New Roman', 'Liberation Serif', 'Tinos'];

export interface FoundFonts {
  /** Families of each role in the order they are asked for; digits are Latin except where the roles say otherwise. */
  families: Record<Role, (string | { name: string; covers: 'latin-in-cjk' })[]>;
  /** The first Chinese family found for each role, and whether it is one the office prints with. */
  found: Record<Role, { family: string; isOfficial: boolean }>;
  /** 小标宋 is heavy; what stands in for it is set bold. */
  titleIsStandIn: boolean;
}

/** @throws Refused no_font when not one Chinese font is there: a PDF full of boxes is worse than none */
export function findFonts(): FoundFonts {
  const known = knownFamilies([...Object.values(wanted).flat(), ...lastResort, ...digits]);
  const rest = lastResort.filter((family) => known.has(family));
  const first = rest[0];
  if (first === undefined) throw noFont();
  const latin = digits.filter((family) => known.has(family)).map((name) => ({ name, covers: 'latin-in-cjk' as const }));
  const roles = Object.keys(wanted) as Role[];
  const chosen = (role: Role) => wanted[role].find((family) => known.has(family)) ?? first;
  const per = <T>(of: (role: Role) => T) => Object.fromEntries(roles.map((role) => [role, of(role)])) as Record<Role, T>;
  return {
    families: per((role) => [...(role === 'table' ? [] : latin), ...new Set([chosen(role), ...rest])]),
    found: per((role) => ({ family: chosen(role), isOfficial: isOfficial(role, chosen(role)) })),
    titleIsStandIn: !isOfficial('title', chosen('title')),
  };
}

const official = /^(?:方正|FZ|SimHei|SimSun|KaiTi|FangSong|黑体|宋体|楷体|仿宋)/;

function isOfficial(role: Role, family: string): boolean {
  return (wanted[role] as readonly string[]).includes(family) && official.test(family);
}

/** The compiler warns of families it does not have; the others it has. Nothing is set in them: for a single character it would read whole fonts, and another one for each family it lacks. */
function knownFamilies(families: readonly string[]): Set<string> {
  const asked = [...new Set(families)];
  const source = asked.map((family) => `#text(font: ${JSON.stringify(family)})[]`).join('\n');
  const unknown = new Set(
    warningsOf(typst().compile({ mainFileContent: source })).flatMap((warning) => /^unknown font family: (.+)$/.exec(warning)?.[1] ?? []),
  );
  return new Set(asked.filter((family) => !unknown.has(family.toLowerCase())));
}

function noFont(): Refused {
  return new Refused('no_font', {
    zh: '这台服务器没有中文字体，不能生成 PDF 和图片。请安装 fonts-noto-cjk，或把单位的字体文件放进 NIANBAO_FONTS 指定的文件夹，重新启动后再试；年报的 Word 不受影响。',
    en: 'This server has no Chinese font, so no PDF and no picture can be made. Install fonts-noto-cjk, or put the office’s font files into the folder that NIANBAO_FONTS names, restart and try again; the report’s Word file is not affected.',
  });
}
