import { parse } from 'parse5';
import type { HtmlNode } from '../html-node';
import { type CopiedHtml, parseCopied } from '../inert-html';

interface Parsed {
  nodeName: string;
  value?: string;
  attrs?: readonly { name: string; value: string }[];
  childNodes?: readonly Parsed[];
}

/** A tree as a browser has it. */
function asNode(node: Parsed): HtmlNode {
  return {
    nodeType: node.nodeName === '#text' ? 3 : node.attrs ? 1 : node.nodeName === '#comment' ? 8 : 9,
    nodeName: node.nodeName,
    nodeValue: node.nodeName === '#text' ? (node.value ?? '') : null,
    childNodes: (node.childNodes ?? []).map(asNode),
    getAttribute: (name) => node.attrs?.find((one) => one.name === name)?.value ?? null,
  };
}

/** What a browser makes of copied HTML, made here. */
export function copiedHtml(html: string): CopiedHtml {
  return parseCopied(html, (inert) => asNode(parse(inert) as unknown as Parsed));
}

/** What an application puts on the clipboard. */
export function aClipboard({ html = '', text = '' }: { html?: string; text?: string }): Pick<DataTransfer, 'getData'> {
  return { getData: (kind) => (kind === 'text/html' ? html : kind === 'text/plain' ? text : '') };
}
