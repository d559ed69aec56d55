/** Set when somebody has chosen to go on with a browser that looks too old. */
export const continueAnywayCookie = 'nianbao-old-browser';

/** A browser that is too old, as far as its agent text tells. */
export interface OldBrowser {
  name: string;
  /** As it calls itself; of a browser built on Chromium, the version of that engine. */
  version: string;
  /** The first version that is new enough, of the same engine. */
  needed: string;
  /** Windows 7 to 8.1, where Chrome and Edge end at 109. */
  isOnOldWindows: boolean;
}

/** What Next 16 and Tailwind 4 are compiled for. */
const firstChromium = 111;
const firstFirefox = 111;
const firstSafari = [16, 4] as const;

const notPeople = /bot\b|spider|crawl|curl|wget|python/i;
/** Browsers of others around Chromium, by the word in their agent text. */
const aroundChromium: readonly (readonly [RegExp, string])[] = [
  [/QIHU|360SE|360EE|360ENT/i, '360'],
  [/Qaxbrowser/i, '奇安信可信浏览器 Qaxbrowser'],
  [/QQBrowser/i, 'QQ 浏览器 QQBrowser'],
  [/MetaSr/i, '搜狗浏览器 Sogou'],
  [/2345Explorer/i, '2345'],
  [/LBBROWSER/i, '猎豹浏览器 Liebao'],
  [/OPR\//, 'Opera'],
  [/Edg\//, 'Edge'],
];

/** The browser, when its agent text says clearly that it is too old; null lets it pass. Whoever is unknown passes. */
export function oldBrowserOf(agent: string | null): OldBrowser | null {
  if (!agent || notPeople.test(agent)) return null;
  const found = ofInternetExplorer(agent) ?? ofAppleDevice(agent) ?? ofFirefox(agent) ?? ofChromium(agent) ?? ofSafari(agent);
  return found ? { ...found, isOnOldWindows: /Windows NT 6\.[1-3]/.test(agent) } : null;
}

type Found = Omit<OldBrowser, 'isOnOldWindows'> | null;

/** undefined: it is another kind of browser. null: it is this kind, and new enough. */
function ofInternetExplorer(agent: string): Found | undefined {
  const version = /MSIE (\d+)/.exec(agent)?.[1] ?? /Trident\/.*rv:(\d+)/.exec(agent)?.[1];
  if (version) return { name: 'Internet Explorer', version, needed: `Edge ${firstChromium}` };
  const legacyEdge = /Edge\/(\d+)/.exec(agent)?.[1];
  return legacyEdge ? { name: 'Edge', version: legacyEdge, needed: String(firstChromium) } : undefined;
}

/** On an iPhone or iPad every browser is drawn by the system. */
function ofAppleDevice(agent: string): Found | undefined {
  const system = /\((?:iPhone|iPad|iPod)[^)]* OS (\d+)_(\d+)/.exec(agent);
  return system ? older('iOS Safari', system) : undefined;
}

function ofFirefox(agent: string): Found | undefined {
  const version = /Gecko\/\S+ Firefox\/(\d+)/.exec(agent)?.[1];
  if (!version) return undefined;
  return Number(version) < firstFirefox ? { name: 'Firefox', version, needed: String(firstFirefox) } : null;
}

function ofChromium(agent: string): Found | undefined {
  const version = /Chrom(?:e|ium)\/(\d+)/.exec(agent)?.[1];
  if (!version) return undefined;
  if (Number(version) >= firstChromium) return null;
  const name = aroundChromium.find(([word]) => word.test(agent))?.[1];
  if (name === 'Edge') return { name, version, needed: String(firstChromium) };
  return { name: name ? `${name} (Chromium)` : 'Chrome', version, needed: `${name ? 'Chromium ' : ''}${firstChromium}` };
}

function ofSafari(agent: string): Found | undefined {
  const version = /Macintosh.* Version\/(\d+)\.(\d+)\S* Safari\//.exec(agent);
  return version ? older('Safari', version) : undefined;
}

function older(name: string, [, major = '', minor = '']: RegExpExecArray): Found {
  const [firstMajor, firstMinor] = firstSafari;
  const isOld = Number(major) < firstMajor || (Number(major) === firstMajor && Number(minor) < firstMinor);
  return isOld ? { name, version: `${major}.${minor}`, needed: firstSafari.join('.') } : null;
}
