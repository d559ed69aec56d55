import type { OldBrowser } from '@/components/old-browser/old-browser-of';

/** Said before any script of the app, so these words are no part of what a page loads. */
export const oldBrowser = {
  title: '这个浏览器版本太旧，打不开年报系统',
  found: ({ name, version }: OldBrowser) => `检测到的浏览器：${name} ${version}。`,
  needed: ({ needed }: OldBrowser) => `至少需要：${needed}。`,
  nothingLost: '您没有做错什么，已经保存的数据都在服务器上。',
  whatToDo: '可以这样做',
  ways: [
    '先看这台电脑上有没有其他浏览器：Chrome 或 Edge 111 以上、火狐 Firefox 111 以上、Safari 16.4 以上都可以。',
    '360、奇安信等浏览器：在“关于”中查看内核版本，升级到内核 111 以上，并使用“极速模式”。',
    '自己装不了软件时，请把这一页上的版本号告诉本单位信息化人员，或换一台电脑填报。',
    '临近截止时间，请先联系政务公开办公室说明情况。',
  ],
  oldWindows: 'Windows 7、8 上的 Chrome 和 Edge 只到 109，无法再升级；可以安装火狐 Firefox 115 ESR。',
  continueHint: '如果您确定浏览器够新、只是识别有误，可以继续。页面可能显示不全。',
  continueAnyway: '仍然继续',
  noScript: '这个浏览器关闭了 JavaScript，页面只能看，不能填报。请开启后刷新，或换一个浏览器。',
};

export type OldBrowserWords = typeof oldBrowser;
