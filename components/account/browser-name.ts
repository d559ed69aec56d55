const browsers: readonly (readonly [RegExp, string])[] = [
  [/QIHU|360SE|360EE|360ENT/i, '360'],
  [/Qaxbrowser/i, '奇安信 Qaxbrowser'],
  [/QQBrowser/i, 'QQ'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** As much of an agent text as a person recognises their own computer by: `Edge · Windows`. Null: nothing is known. */
export function browserName(agent: string | null): string | null {
  if (!agent) return null;
  const found = [browsers, systems].flatMap((kinds) => kinds.find(([pattern]) => pattern.test(agent))?.[1] ?? []);
  return found.length > 0 ? found.join(' · ') : null;
}
