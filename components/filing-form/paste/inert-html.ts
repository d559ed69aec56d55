/**
 * Copied HTML without its style sheets, and with its inline styles under another name. A document that is parsed inherits the
 * page's content security policy: it drops inline styles, and with them what says that a row is hidden.
 */
export function inertHtml(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, `$1${styleAttribute}$2`));
}

export const styleAttribute = 'data-copied-style';

/** Whether an inline style hides what it stands on. Spreadsheets copy filtered rows along, marked so. */
export function isHiddenStyle(style: string): boolean {
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|height\s*:\s*0(?:\.0*)?(?:px|pt)?\s*(?:;|$))/i.test(style);
}
