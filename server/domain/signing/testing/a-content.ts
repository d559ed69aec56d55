import type { SignableContent } from '../signable-content';

/** A small report. Name only what matters. */
export function aContent(given: Partial<SignableContent> = {}): SignableContent {
  return {
    tables: {
      t2: { 's2.licensing_decisions': '7' },
      t3: { 's3.granted.natural_person': '4', 's3.granted.total': '4' },
      t4: { 's4.review.total': '0' },
    },
    texts: { preamble: '示例年报。', '1': '全年予以公开4件。', '5': '存在的问题。', '6': '无其他事项。' },
    notes: {},
    indicators: [],
    missing: [],
    adjustments: [],
    findings: [],
    ...given,
  };
}
