import { describe, expect, it } from 'vitest';
import { oldBrowserOf } from './old-browser-of';
import { oldBrowserPage } from './old-browser-page';

const windows7 = 'Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const windows10 = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('too old', () => {
  it.each([
    ['Chrome 109 on Windows 7', `${windows7} Chrome/109.0.0.0 Safari/537.36`, 'Chrome', '109', '111'],
    ['360 on Chromium 86', `${windows10} Chrome/86.0.4240.198 Safari/537.36 QIHU 360SE`, '360 (Chromium)', '86', 'Chromium 111'],
    ['360 on Chromium 108', `${windows7} Chrome/108.0.5359.95 Safari/537.36 QIHU 360EE`, '360 (Chromium)', '108', 'Chromium 111'],
    [
      '奇安信 on Chromium 102',
      `${windows10} Chrome/102.0.5005.200 Safari/537.36 Qaxbrowser`,
      '奇安信可信浏览器 Qaxbrowser (Chromium)',
      '102',
      'Chromium 111',
    ],
    ['信创 Firefox 78', 'Mozilla/5.0 (X11; Linux aarch64; rv:78.0) Gecko/20100101 Firefox/78.0', 'Firefox', '78', '111'],
    ['信创 Firefox 102', 'Mozilla/5.0 (X11; Linux loongarch64; rv:102.0) Gecko/20100101 Firefox/102.0', 'Firefox', '102', '111'],
    ['Edge 109', `${windows7} Chrome/109.0.0.0 Safari/537.36 Edg/109.0.1518.140`, 'Edge', '109', '111'],
    ['the Edge before Chromium', `${windows10} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763`, 'Edge', '18', '111'],
    ['Internet Explorer 11', 'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko', 'Internet Explorer', '11', 'Edge 111'],
    ['Internet Explorer 8', 'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)', 'Internet Explorer', '8', 'Edge 111'],
    ['Safari 15.6', `${mac} Version/15.6.1 Safari/605.1.15`, 'Safari', '15.6', '16.4'],
    ['Safari 16.3', `${mac} Version/16.3 Safari/605.1.15`, 'Safari', '16.3', '16.4'],
    [
      'Chrome on an old iPad, which is Safari inside',
      'Mozilla/5.0 (iPad; CPU OS 15_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/120.0.0.0 Mobile/15E148 Safari/604.1',
      'iOS Safari',
      '15.7',
      '16.4',
    ],
  ])('%s', (_, agent, name, version, needed) => {
    expect(oldBrowserOf(agent)).toMatchObject({ name, version, needed });
  });
});

describe('passes', () => {
  it.each([
    ['Chrome 111', `${windows10} Chrome/111.0.0.0 Safari/537.36`],
    [
      'a headless Chromium',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36',
    ],
    ['360 on Chromium 122', `${windows10} Chrome/122.0.0.0 Safari/537.36 QIHU 360SE`],
    ['Edge 120', `${windows10} Chrome/120.0.0.0 Safari/537.36 Edg/120.0.2210.91`],
    ['Firefox 115 ESR on Windows 7', 'Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:109.0) Gecko/20100101 Firefox/115.0'],
    ['Safari 16.4', `${mac} Version/16.4 Safari/605.1.15`],
    ['Safari 18.1', `${mac} Version/18.1 Safari/605.1.15`],
    [
      'iOS 17',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1',
    ],
    [
      'WebKit of Linux, whose versions are its own',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Safari/605.1.15',
    ],
    ['a search engine', 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html) Chrome/49.0.0.0'],
    ['curl', 'curl/7.61.1'],
    ['a word nobody knows', 'GovBrowser/3.2'],
    ['an empty one', ''],
  ])('%s', (_, agent) => {
    expect(oldBrowserOf(agent)).toBeNull();
  });

  it('nothing at all', () => {
    expect(oldBrowserOf(null)).toBeNull();
  });
});

it('only where Chrome and Edge end at 109 the page says which browser goes further', () => {
  const on = (agent: string) => {
    const old = oldBrowserOf(agent);
    return old ? oldBrowserPage(old, 'n') : '';
  };
  expect(on(`${windows7} Chrome/109.0.0.0 Safari/537.36`)).toContain('Firefox 115 ESR');
  expect(on(`${windows10} Chrome/109.0.0.0 Safari/537.36`)).not.toContain('Firefox 115 ESR');
  expect(on(`${windows10} Chrome/109.0.0.0 Safari/537.36`)).toContain('Chrome 109');
});
