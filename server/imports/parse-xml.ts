import { XMLParser } from 'fast-xml-parser';

/** An element with its children in document order; a text node has `text` only. */
export type XmlNode = { name: string; attributes: Readonly<Record<string, string>>; children: readonly XmlNode[] } | { text: string };
export type XmlElement = Extract<XmlNode, { name: string }>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
});

/**
 * XML without a document type: no entity is ever declared, fetched or expanded, beyond the five of XML and character references.
 *
 * @returns null for a text that is not well formed, has a DOCTYPE, or is nested deeper than any document is
 */
export function parseXml(xml: string): readonly XmlNode[] | null {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return null;
  try {
    return nodesOf(parser.parse(xml, true));
  } catch {
    return null;
  }
}

/** The parser gives `[{ 'w:t': [{ '#text': '…' }], ':@': { 'w:val': '…' } }]`. */
function nodesOf(parsed: unknown): XmlNode[] {
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: unknown): XmlNode[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { ':@': attributes, ...rest } = entry as Record<string, unknown>;
    const name = Object.keys(rest)[0];
    if (name === undefined) return [];
    if (name === '#text') return [{ text: decoded(String(rest[name])) }];
    return [{ name, attributes: attributesOf(attributes), children: nodesOf(rest[name]) }];
  });
}

function attributesOf(attributes: unknown): Record<string, string> {
  if (typeof attributes !== 'object' || attributes === null) return {};
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, decoded(String(value))]));
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return named[name.toLowerCase()] ?? whole;
      const codePoint = hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal ?? '', 10);
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
    },
  );
}
