import { attributeOf, type HtmlNode, nameOf } from './html-node';

export type Style = Readonly<Record<string, string>>;

/** What the style sheets of a copied document say of a node within its ancestors, the outermost first. */
export type StyleSheet = (node: HtmlNode, ancestors: readonly HtmlNode[]) => Style;

interface Rule {
  /** `.a td` as two: what each has to be, the node itself last. */
  path: readonly Compound[];
  weight: number;
  style: Style;
}

interface Compound {
  tag: string | null;
  classes: readonly string[];
  id: string | null;
}

/**
 * Excel says with a class that a figure is struck out, Word that a text is hidden. Read are types, classes, ids and what lies
 * in what; a rule with anything else (states, attributes, siblings) is left out, because it says nothing of every element.
 */
export function styleSheetOf(css: string): StyleSheet {
  const rules = rulesOf(css);
  if (rules.length === 0) return () => ({});
  return (node, ancestors) =>
    Object.assign(
      {},
      ...rules
        .filter((rule) => matches(rule.path, node, ancestors))
        .sort((a, b) => a.weight - b.weight)
        .map((rule) => rule.style),
    );
}

/** `color: red; DISPLAY:none !important` by property. */
export function readStyle(text: string): Style {
  const style: Record<string, string> = {};
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
    style[declaration.slice(0, colon).trim().toLowerCase()] = value;
  }
  return style;
}

function rulesOf(css: string): Rule[] {
  const text = css.replace(/<!--|-->/g, ' ').replace(/\/\*[\s\S]*?\*\//g, ' ');
  const rules: Rule[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    const head = text.slice(at, open).split(';').at(-1)?.trim() ?? '';
    const close = closing(text, open);
    const body = text.slice(open + 1, close);
    if (/^@media\b/i.test(head)) {
      if (!/^@media\s+print\b/i.test(head)) rules.push(...rulesOf(body));
    } else if (!head.startsWith('@'))
      for (const selector of head.split(',')) {
        const path = pathOf(selector);
        if (path) rules.push({ path, weight: weightOf(path), style: readStyle(body) });
      }
    at = close + 1;
  }
  return rules;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    else if (text[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}

function pathOf(selector: string): Compound[] | null {
  const path = selector
    .trim()
    .split(/\s*>\s*|\s+/)
    .map((part) => {
      const found = /^([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)$/i.exec(part);
      if (!found || part === '') return null;
      const marks = found[2]?.match(/[.#][\w-]+/g) ?? [];
      return {
        tag: found[1] && found[1] !== '*' ? found[1].toUpperCase() : null,
        classes: marks.flatMap((one) => (one.startsWith('.') ? [one.slice(1)] : [])),
        id: marks.find((one) => one.startsWith('#'))?.slice(1) ?? null,
      };
    });
  return path.some((one) => one === null) ? null : (path as Compound[]);
}

function weightOf(path: readonly Compound[]): number {
  return path.reduce((sum, one) => sum + (one.id ? 10_000 : 0) + one.classes.length * 100 + (one.tag ? 1 : 0), 0);
}

function matches(path: readonly Compound[], node: HtmlNode, ancestors: readonly HtmlNode[]): boolean {
  const own = path.at(-1);
  if (!own || !isOne(own, node)) return false;
  let above = ancestors.length - 1;
  for (let index = path.length - 2; index >= 0; index -= 1) {
    while (above >= 0 && !isOne(path[index] as Compound, ancestors[above] as HtmlNode)) above -= 1;
    if (above < 0) return false;
    above -= 1;
  }
  return true;
}

function isOne({ tag, classes, id }: Compound, node: HtmlNode): boolean {
  if (tag !== null && nameOf(node) !== tag) return false;
  if (id !== null && attributeOf(node, 'id') !== id) return false;
  const own = classes.length > 0 ? (attributeOf(node, 'class') ?? '').split(/\s+/) : [];
  return classes.every((one) => own.includes(one));
}
