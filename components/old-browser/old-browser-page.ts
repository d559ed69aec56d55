import { oldBrowser as en } from '../messages/en/old-browser';
import { type OldBrowserWords, oldBrowser as zh } from '../messages/zh/old-browser';
import type { OldBrowser } from './old-browser-of';

/**
 * What somebody with a browser that is too old gets instead of any page: plain HTML that Internet Explorer could draw, in both
 * languages at once, without a script. The styles carry the nonce of the answer.
 */
export function oldBrowserPage(browser: OldBrowser, nonce: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(zh.title)}</title>
<style nonce="${escaped(nonce)}">
body { margin: 0; background: #f6f5f2; color: #1f2328; font: 16px/1.75 "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 44em; margin: 0 auto; padding: 24px 20px; }
section { margin-bottom: 20px; padding: 16px 24px; background: #fff; border: 1px solid #d9d6cf; border-radius: 4px; }
h1, h2 { font-size: 22px; line-height: 1.4; margin: 0 0 12px; }
.under { font-size: 16px; margin: 16px 0 4px; }
p, ul { margin: 0 0 8px; }
ul { padding-left: 24px; }
button { min-height: 36px; padding: 4px 16px; font: inherit; color: #1f4e79; background: #fff; border: 1px solid #1f4e79; border-radius: 4px; cursor: pointer; }
</style>
</head>
<body>
<main>
${part(zh, browser, 'zh-CN', 'h1')}
${part(en, browser, 'en', 'h2')}
<form method="post" action="/continue-anyway">
<p>${escaped(zh.continueHint)} <span lang="en">${escaped(en.continueHint)}</span></p>
<button type="submit">${escaped(zh.continueAnyway)} <span lang="en">${escaped(en.continueAnyway)}</span></button>
</form>
</main>
</body>
</html>
`;
}

function part(words: OldBrowserWords, browser: OldBrowser, language: string, heading: 'h1' | 'h2'): string {
  const ways = browser.isOnOldWindows ? [words.oldWindows, ...words.ways] : words.ways;
  const under = heading === 'h1' ? 'h2' : 'h3';
  return `<section lang="${language}">
<${heading}>${escaped(words.title)}</${heading}>
<p><strong>${escaped(words.found(browser))}</strong> <strong>${escaped(words.needed(browser))}</strong></p>
<p>${escaped(words.nothingLost)}</p>
<${under} class="under">${escaped(words.whatToDo)}</${under}>
<ul>${ways.map((way) => `<li>${escaped(way)}</li>`).join('')}</ul>
</section>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
