import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static';
import { InChinese } from '../messages/in-chinese';
import { WritingInChinese } from '../messages/writing-in-chinese';
import { TrpcProvider } from '../trpc-client';
import { QueriesProvider } from '../trpc-queries';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Something on the screen as it is read out: what it is, its name, what else is said of it. */
export interface Shown {
  role: string;
  name: string;
  /** The words in it, those for a screen reader among them. */
  text: string;
  /** What `aria-describedby` points at. */
  description: string;
  href: string | undefined;
  value: string | undefined;
  isDisabled: boolean;
  isChecked: boolean;
}

export interface Screen {
  /** All words of it, a space between elements. Empty: nothing is drawn. */
  text: string;
  /** What has this role, in the order of the page. */
  all: (role: string) => readonly Shown[];
  /** The one with this role and exactly this name; throws, telling the names there are, where there is none or more than one. */
  the: (role: string, name: string) => Shown;
  /** The names of what has this role. */
  names: (role: string) => readonly string[];
}

/**
 * What a component first shows, inside what the app puts around every page: the words in Chinese, a router, a way to the server.
 * It is drawn as the server draws it and read by role and name, as the journeys do. Nothing is clicked and no effect runs.
 */
export async function shown(page: ReactNode): Promise<Screen> {
  const { prelude } = await prerender(
    <AppRouterContext value={router}>
      <InChinese>
        <WritingInChinese>
          <TrpcProvider>
            <QueriesProvider>{page}</QueriesProvider>
          </TrpcProvider>
        </WritingInChinese>
      </InChinese>
    </AppRouterContext>,
  );
  const { childNodes } = parseFragment(await new Response(prelude).text());
  const elements = childNodes.flatMap(elementsIn);
  const byId = new Map(
    elements.flatMap((element) => element.attrs.filter(({ name }) => name === 'id').map(({ value }) => [value, element])),
  );
  const read = elements.flatMap((element) => readOut(element, elements, byId) ?? []);
  const all = (role: string) => read.filter((one) => one.role === role);
  const names = (role: string) => all(role).map((one) => one.name);
  return {
    text: tidy(childNodes.map(wordsOf).join(' ')),
    all,
    names,
    the(role, name) {
      const [found, second] = all(role).filter((one) => one.name === name);
      if (!found || second) throw new Error(`${second ? 'more than one' : 'no'} ${role} “${name}” among ${JSON.stringify(names(role))}`);
      return found;
    },
  };
}

function unexpected(): never {
  throw new Error('no page is left while it is drawn');
}

const router = {
  bfcacheId: 'shown',
  back: unexpected,
  forward: unexpected,
  refresh: unexpected,
  push: unexpected,
  replace: unexpected,
  prefetch: () => {},
};

function readOut(element: Element, elements: readonly Element[], byId: ReadonlyMap<string, Element>): Shown | null {
  const role = roleOf(element);
  if (role === null) return null;
  const wordsAt = (ids: string | undefined) =>
    tidy(
      (ids ?? '')
        .split(' ')
        .flatMap((id) => byId.get(id) ?? [])
        .map(wordsOf)
        .join(' '),
    );
  return {
    role,
    name: tidy(attribute(element, 'aria-label') ?? (wordsAt(attribute(element, 'aria-labelledby')) || ownName(element, role, elements))),
    text: tidy(wordsOf(element)),
    description: wordsAt(attribute(element, 'aria-describedby')),
    href: attribute(element, 'href'),
    value: element.tagName === 'textarea' ? wordsOf(element) : attribute(element, 'value'),
    isDisabled: attribute(element, 'disabled') !== undefined,
    isChecked: attribute(element, 'checked') !== undefined,
  };
}

const rolesOfTags: Readonly<Record<string, string>> = {
  button: 'button',
  textarea: 'textbox',
  select: 'combobox',
  table: 'table',
  tr: 'row',
  td: 'cell',
  ul: 'list',
  ol: 'list',
  li: 'listitem',
  fieldset: 'group',
  details: 'group',
  form: 'form',
  section: 'region',
  figure: 'figure',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
};
const rolesOfInputs: Readonly<Record<string, string>> = { checkbox: 'checkbox', radio: 'radio', date: 'date' };

function roleOf(element: Element): string | null {
  const { tagName: tag } = element;
  const said = attribute(element, 'role');
  if (said !== undefined) return said;
  if (tag === 'a') return attribute(element, 'href') === undefined ? null : 'link';
  if (tag === 'input') return rolesOfInputs[attribute(element, 'type') ?? ''] ?? 'textbox';
  if (tag === 'th') return attribute(element, 'scope')?.startsWith('row') ? 'rowheader' : 'columnheader';
  return rolesOfTags[tag] ?? null;
}

/** The name that its own words, its label, caption or legend give it. */
function ownName(element: Element, role: string, elements: readonly Element[]): string {
  if (role === 'table') return elementsIn(element).filter(isTag('caption')).map(wordsOf).join(' ');
  if (role === 'figure') return elementsIn(element).filter(isTag('figcaption')).map(wordsOf).join(' ');
  if (role === 'group') return elementsIn(element).filter(isTag('legend')).map(wordsOf).join(' ');
  if (['textbox', 'checkbox', 'radio', 'combobox', 'date'].includes(role)) {
    const id = attribute(element, 'id');
    const isLabel = (one: Element) => (id !== undefined && attribute(one, 'for') === id) || elementsIn(one).includes(element);
    return elements.filter(isTag('label')).filter(isLabel).map(wordsOf).join(' ');
  }
  return ['region', 'list', 'form'].includes(role) ? '' : wordsOf(element);
}

function isTag(tag: string): (element: Element) => boolean {
  return (element) => element.tagName === tag;
}

function elementsIn(node: Node): Element[] {
  return 'tagName' in node ? [node, ...node.childNodes.flatMap(elementsIn)] : [];
}

/** Signs that stand beside a word for the eye are not read out. */
function wordsOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!('tagName' in node) || attribute(node, 'aria-hidden') === 'true') return '';
  const isInline = ['span', 'a', 'strong', 'em', 'b', 'ins', 'del', 'mark'].includes(node.tagName);
  const words = node.childNodes.map(wordsOf).join('');
  return isInline ? words : ` ${words} `;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
