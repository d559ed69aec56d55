import { z } from 'zod';
import type { SignableContent } from '@/server/domain/signing';
import { readFrozen } from './frozen-content';

/** What a signature keeps of the content it is under. */
export interface SignedContent {
  edition: number;
  content: SignableContent;
}

const words = z.record(z.string(), z.string());
const schema: z.ZodType<SignedContent> = z.looseObject({
  edition: z.int(),
  content: z.looseObject({
    tables: z.record(z.string(), words),
    texts: words,
    notes: words,
    indicators: z.array(z.looseObject({ name: z.string(), printed: z.string() })),
    missing: z.array(z.looseObject({ unitName: z.string(), quarters: z.array(z.int()) })),
    adjustments: z.array(
      z.looseObject({
        id: z.string(),
        cell: z.string(),
        change: z.string(),
        reason: z.string(),
        countersignedBy: z.string().nullable(),
      }),
    ),
    findings: z.array(
      z.looseObject({
        rule: z.string(),
        severity: z.enum(['must_fix', 'confirm']),
        boundTo: z.string(),
        message: z.looseObject({ zh: z.string(), en: z.string() }),
        said: z.array(
          z.looseObject({
            kind: z.enum(['explanation', 'exception']),
            text: z.string(),
            writtenBy: z.string(),
            countersignedBy: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
});

/** What stood on the signer's screen. @throws DamagedContent */
export function readSigned(content: string): SignedContent {
  return readFrozen('signature', schema, content);
}
