import type { Finding } from '@/server/domain/checks/check';
import { placesOf } from '@/server/domain/checks/gather-repeated';
import type { TextPlace } from '@/server/domain/subject';

/** A stretch of text with the findings that speak of it. */
export interface TextSegment {
  start: number;
  text: string;
  findings: readonly Finding[];
}

/** A text cut at the ends of every place, so that overlapping places can be marked. Places that run past the text end with it. */
export function textSegments(text: string, findings: readonly (Finding & { place: TextPlace })[]): TextSegment[] {
  const cuts = new Set([0, text.length]);
  for (const finding of findings)
    for (const place of placesOf(finding)) for (const at of [place.start, place.end]) if (at > 0 && at < text.length) cuts.add(at);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    return {
      start,
      text: text.slice(start, end),
      findings: findings.filter((finding) => placesOf(finding).some((place) => place.start < end && place.end > start)),
    };
  });
}

export function hasPlace(finding: Finding): finding is Finding & { place: TextPlace } {
  return finding.place !== null;
}
