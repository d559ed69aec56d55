import type { IParagraphOptions, IStylesOptions } from 'docx';
import { faces, lines } from './typography';

/**
 * Stated although it is what Word does unasked: a mark may hang over the end of a line. LibreOffice reads the property the wrong way
 * round and then hangs none; where it does, it drops some of them, behind a first line that is full.
 */
const paragraph: IParagraphOptions = { spacing: lines.body, overflowPunctuation: true };

/** What a new line typed into the file looks like, and headings without Word's blue. */
export const styles: IStylesOptions = {
  default: {
    document: { run: { ...faces.body, language: { value: 'en-US', eastAsia: 'zh-CN' } }, paragraph },
    title: { run: faces.title, paragraph: { spacing: lines.title } },
    heading1: { run: faces.levelOne, paragraph: { spacing: lines.body, keepNext: true } },
    heading2: { run: faces.levelTwo, paragraph: { spacing: lines.body, keepNext: true } },
    heading3: { run: faces.body, paragraph: { spacing: lines.body, keepNext: true } },
  },
};
