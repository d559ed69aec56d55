import { strFromU8 } from 'fflate';
import type { NeutralTable } from '@/server/domain/reading/statutory-places';
import type { Sentence } from '@/server/domain/sentence';
import { type Inflated, inflateEntry } from './inflate-entry';
import { parseXml, type XmlElement, type XmlNode } from './parse-xml';
import { elementsOf, wordTable, wordText } from './word-table';

export interface NeutralDocument {
  /** Tables in document order; a table inside a cell counts as that cell's text. */
  tables: readonly NeutralTable[];
  /** Text outside tables, one entry for each paragraph that is not empty. */
  paragraphs: readonly string[];
}
export type DocumentReading = { readable: true; document: NeutralDocument } | { readable: false; why: Sentence };

/** Inflated size of `word/document.xml`; an annual report of seven pages has 0.3 MB. */
const maxBytes = 20_000_000;

/**
 * The tables and paragraphs of a Word file, for whoever knows what they mean.
 *
 * @param bytes of any file, from outside; nothing of it is believed
 */
export function readDocx(bytes: Uint8Array): DocumentReading {
  const inflated = inflateEntry(bytes, 'word/document.xml', maxBytes);
  if (inflated.kind !== 'found') return { readable: false, why: refusals[inflated.kind] };
  const body = bodyOf(parseXml(strFromU8(inflated.bytes)));
  if (!body) return { readable: false, why: refusals.damaged };
  const blocks = blocksOf(body);
  return {
    readable: true,
    document: {
      tables: blocks.filter((block) => block.name === 'w:tbl').map(wordTable),
      paragraphs: blocks
        .filter((block) => block.name === 'w:p')
        .map(wordText)
        .filter((text) => text.trim() !== ''),
    },
  };
}

const refusals: Record<Exclude<Inflated['kind'], 'found'>, Sentence> = {
  absent: {
    zh: '这不是 Word 文档（.docx）。请用 Word 或 WPS 另存为 .docx 后再试。',
    en: 'This is not a Word document (.docx). Save it as .docx with Word or WPS and try again.',
  },
  too_large: {
    zh: '文档正文解压后超过 20 MB，不予读取。请去掉多余内容后再试。',
    en: 'The body of the document is over 20 MB when unpacked and is not read. Remove what does not belong to it and try again.',
  },
  damaged: {
    zh: '文档已损坏，无法读取。请用 Word 或 WPS 打开并另存后再试。',
    en: 'The document is damaged and cannot be read. Open it with Word or WPS, save it again and try again.',
  },
};

function bodyOf(nodes: readonly XmlNode[] | null): XmlElement | undefined {
  const document = nodes?.find((node): node is XmlElement => 'name' in node && node.name === 'w:document');
  return document && elementsOf(document).find((element) => element.name === 'w:body');
}

/** Paragraphs and tables, out of content controls and tracked insertions too. */
function blocksOf(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((element) => {
    if (element.name === 'w:p' || element.name === 'w:tbl') return [element];
    return ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(element.name) ? blocksOf(element) : [];
  });
}
