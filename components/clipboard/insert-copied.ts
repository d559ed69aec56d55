import { asPasted, shownInField, textOfField } from '@/server/domain/figures';
import { hasWords } from './copied-lines';
import { tablesOf } from './copied-tables';
import { type CopiedHtml, parseCopied } from './inert-html';
import { textSeenIn } from './text-seen-in';

type Field = Pick<HTMLInputElement, 'value' | 'selectionStart' | 'selectionEnd'>;

/** A copied text put into a field of one line, where its caret is: the field's text as it is kept, and where the caret goes. */
export function insertCopied(field: Field, before: string, text: string): { text: string; caret: number } {
  const [start, end] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  const head = field.value.slice(0, start) + shownInField(text);
  const next = textOfField(before, head + field.value.slice(end));
  return { text: asPasted(text) === text ? next : asPasted(next), caret: head.length };
}

/** A clipboard as one text, with its breaks: what stands in several places is never one figure. */
export function copiedText(data: Pick<DataTransfer, 'getData'>, parse: (html: string) => CopiedHtml = parseCopied): string {
  const html = data.getData('text/html');
  const copied = html ? parse(html) : null;
  if (!copied || !hasWords(copied.root)) return data.getData('text/plain').replace(/\r\n?/g, '\n').trim();
  const [table] = tablesOf(copied);
  if (!table) return textSeenIn([copied.root], copied.sheet).text;
  return table.lines
    .map((line) => line.map((place) => place?.text ?? '').join('\t'))
    .join('\n')
    .trim();
}
