import { z } from 'zod';
import { attachedTo } from '@/server/domain/attachments';
import { formatIds } from '@/server/domain/formats';
import { reportSchema } from '@/server/domain/reading/report-schema';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const font = z.object({ family: z.string(), isOfficial: z.boolean() }).meta({ description: 'isOfficial: a font that GB/T 9704 asks for.' });

/** What `manifest.json` of a bundle says. `manifest.schema.json` beside this file is its JSON Schema for outsiders; a test keeps the two equal. */
export const bundleManifest = z
  .object({
    kind: z.literal('report-bundle'),
    report: z.object({
      organ: z.string(),
      year: z.int(),
      scope: z.enum(['own_organ', 'consolidated']),
      format: z.enum(formatIds),
      rowVariant: z.enum(['other_three', 'other_single']),
      edition: z.int().positive().nullable().meta({ description: 'Null for a draft.' }),
      contentHash: z.string().meta({ description: 'SHA-256 of the content of the edition, or of the draft.' }),
    }),
    log: z
      .object({ seq: z.int().positive(), hash })
      .optional()
      .meta({ description: 'The link of the event log in which the edition was made; left out for a draft.' }),
    trend: z
      .array(
        z.object({
          year: z.int(),
          edition: z.int().positive(),
          contentHash: z.string(),
          formerName: z.string().optional().meta({ description: 'The name the organ had then, when it was renamed since.' }),
        }),
      )
      .meta({ description: 'The editions of the years before whose figures the trend shows; two of one year add up.' }),
    evidence: z
      .array(z.object({ about: z.enum(attachedTo), name: z.string(), bytes: z.int().nonnegative(), sha256: hash }))
      .optional()
      .meta({
        description:
          'Files that are evidence for explanations, answers of units and local facts, as they stood when the edition was finalised. They are not in the bundle; left out where there are none.',
      }),
    files: z
      .array(z.object({ name: z.string(), bytes: z.int().nonnegative(), sha256: hash }))
      .meta({ description: 'Every other file of the bundle, with the SHA-256 of its bytes.' }),
    pdfFonts: z
      .object({ title: font, levelOne: font, levelTwo: font, body: font, table: font })
      .meta({ description: 'The fonts the PDF files were set in.' }),
  })
  .meta({ title: '年报文件包清单 (manifest.json)' });

export type BundleManifest = z.infer<typeof bundleManifest>;

export function manifestSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(bundleManifest), null, 1)}\n`;
}

/** The same bytes as the stored copy in `server/domain/reading`. */
export function reportSchemaText(): string {
  return `${JSON.stringify(reportSchema(), null, 1)}\n`;
}
