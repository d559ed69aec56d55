import { oldBrowser as oldBrowserInEnglish } from '../messages/en/old-browser';
import { oldBrowser } from '../messages/zh/old-browser';

/** For a browser in which scripts are switched off: the pages can be read and nothing can be filled in. */
export function NoScript() {
  return (
    <noscript>
      <p className="border-b border-confirm/30 bg-confirm-soft px-5 py-2 text-body leading-6 text-confirm print:hidden">
        <span lang="zh-CN">{oldBrowser.noScript}</span> <span lang="en">{oldBrowserInEnglish.noScript}</span>
      </p>
    </noscript>
  );
}
