import { attributeOf, childrenOf, type HtmlNode, nameOf, textNode } from './html-node';
import { type CopiedHtml, parseCopied } from './inert-html';
import { tellSeen } from './seen-text';

/** Between two cells of a row that became a line. */
const betweenCells = '\u3000';

/**
 * What a page, Word or WPS put on the clipboard, as the plain lines a person sees: a paragraph, a list item and a row of a table are a
 * line each. A live number copied within the editor comes as its token. Nothing of the looks is kept.
 */
export function linesOfHtml({ root, sheet }: CopiedHtml): string[] {
  const lines: string[] = [];
  let line = '';
  let isApart = false;
  let rows = 0;
  const end = () => {
    const words = line.replace(/[ \t\r\n]+/g, ' ').trim();
    if (words !== '') lines.push(words);
    line = '';
    isApart = false;
  };
  const add = (text: string) => {
    if (text.trim() !== '' && isApart) {
      if (line !== '' && !/\s$/.test(line)) line += ' ';
      isApart = false;
    }
    line += text;
  };
  const gap = () => {
    isApart = true;
  };
  tellSeen(root, sheet, {
    words(text, isStruck) {
      if (!isStruck) add(text.replaceAll('\u00a0', ' '));
    },
    line: () => (rows > 0 ? gap() : end()),
    gap,
    takes(node, inside, words): boolean {
      const source = attributeOf(node, 'data-number');
      if (source) {
        words(source, false);
        return true;
      }
      const name = nameOf(node);
      if (name === 'TR') {
        end();
        rows += 1;
        inside();
        rows -= 1;
        line = line.replace(/\u3000+$/, '');
        end();
      } else if (name === 'TD' || name === 'TH') {
        isApart = false;
        inside();
        isApart = false;
        line = `${line.trimEnd()}${betweenCells}`;
      } else return false;
      return true;
    },
  });
  end();
  return lines;
}

/** Plain text from the clipboard, a line a paragraph; what ends the last line begins no new one. */
export function linesOfText(pasted: string): string[] {
  return pasted.replace(/(?:\r\n|[\r\n\v\f\u2028\u2029])+$/, '').split(/\r\n|[\r\n\v\f\u2028\u2029]/);
}

/** The lines of a clipboard; its plain text only where its HTML holds no words at all, because that knows nothing of what is hidden or struck out. */
export function copiedLines(data: Pick<DataTransfer, 'getData'>, parse: (html: string) => CopiedHtml = parseCopied): string[] {
  const html = data.getData('text/html');
  const copied = html ? parse(html) : null;
  return copied && hasWords(copied.root) ? linesOfHtml(copied) : linesOfText(data.getData('text/plain'));
}

export function hasWords(node: HtmlNode): boolean {
  return (node.nodeType === textNode && (node.nodeValue ?? '').trim() !== '') || childrenOf(node).some(hasWords);
}
