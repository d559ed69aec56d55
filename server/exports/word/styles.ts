import type { IStylesOptions } from 'docx';
import { faces, lines } from './typography';

/** What a new line typed into the file looks like, and headings without Word's blue. */
export const styles: IStylesOptions = {
  default: {
    document: { run: { ...faces.body, language: { value: 'en-US', eastAsia: 'zh-CN' } }, paragraph: { spacing: lines.body } },
    title: { run: faces.title, paragraph: { spacing: lines.title } },
    heading1: { run: faces.levelOne, paragraph: { spacing: lines.body, keepNext: true } },
    heading2: { run: faces.levelTwo, paragraph: { spacing: lines.body, keepNext: true } },
    heading3: { run: faces.body, paragraph: { spacing: lines.body, keepNext: true } },
  },
};
