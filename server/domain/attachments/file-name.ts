import { type AttachmentType, endings } from './attachment';

const mostCharacters = 100;
/** What nobody sees, what turns the reading round, and what is no character. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Surrogate}]/gu;

/**
 * The name of a file as it is kept and shown: the last part of a path, without what nobody sees or what turns the reading round, without the
 * characters that a file system takes for something else, and with the ending of what the file really is.
 *
 * `..\..\年报\u202egnp.exe` of a PDF: `年报gnp.exe.pdf`
 */
export function attachmentName(given: string, type: AttachmentType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(unseen, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const dot = clean.lastIndexOf('.');
  const ending = dot < 0 ? '' : clean.slice(dot + 1).toLowerCase();
  const isRight = endings[type].includes(ending);
  const stem = (isRight ? clean.slice(0, dot) : clean).trim();
  return `${[...(stem || '附件')].slice(0, mostCharacters).join('')}.${isRight ? ending : endings[type][0]}`;
}
