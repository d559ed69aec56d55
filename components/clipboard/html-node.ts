/** What a node of copied HTML tells of itself; the browser's own nodes are such, and so is any parser's tree. */
export interface HtmlNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: ArrayLike<HtmlNode>;
  getAttribute?: (name: string) => string | null;
}

export const elementNode = 1;
export const textNode = 3;

export function nameOf(node: HtmlNode): string {
  return node.nodeType === elementNode ? node.nodeName.toUpperCase() : '';
}

export function attributeOf(node: HtmlNode, name: string): string | null {
  return node.getAttribute?.(name) ?? null;
}

export function childrenOf(node: HtmlNode): HtmlNode[] {
  return Array.from(node.childNodes);
}
