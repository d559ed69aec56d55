import { XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runChecks } from '@/server/domain/checks';
import { buildCheckReport } from '@/server/domain/checks/check-report';
import { publishedSubject } from '@/server/domain/reading';
import { aValidReport } from '@/server/domain/testing/a-valid-report';
import { checkReportDocx, checkReportHtml } from '.';

const nasty = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&amp;]]>\u0000\ud800`;

/** A report whose every text from outside is hostile: organ, prose, a reason, names. */
function hostileReport() {
  const { format, content } = aValidReport(3);
  const report = { format, content: { ...content, organ: nasty, texts: { '1': `${nasty}行政诉讼案件999999件。一是甲；三是${nasty}。` } } };
  const run = runChecks(publishedSubject(report, null), { switchedOff: { 'x-jump': nasty } });
  const statements = run.findings.map(({ rule, boundTo }) => ({
    kind: 'exception' as const,
    rule,
    boundTo,
    text: nasty,
    writtenBy: nasty,
    countersignedBy: nasty,
  }));
  return buildCheckReport({
    content: report.content,
    format,
    run,
    date: nasty,
    previous: nasty,
    damage: [{ where: nasty, what: nasty }],
    statements,
  });
}

describe('the printed check report', () => {
  it('as HTML holds no markup but its own, loads nothing and runs nothing', () => {
    const html = checkReportHtml(hostileReport());
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const tags = [...html.matchAll(/<([a-z0-9]+)[\s>]/gi)].map(([, name]) => name);
    expect(new Set(tags)).toEqual(
      new Set([
        'html',
        'head',
        'meta',
        'title',
        'style',
        'body',
        'main',
        'h1',
        'h2',
        'dl',
        'div',
        'dt',
        'dd',
        'section',
        'p',
        'ul',
        'li',
        'b',
        'ol',
        'span',
      ]),
    );
    expect(html).not.toMatch(/<[^>]*\son\w+=/i);
    expect(html).not.toMatch(/(?:src|href)="/);
    expect(html).toContain(`default-src 'none'`);
    expect(html).not.toContain('\u0000');
  });

  it('as Word is well-formed with the same strings, and the same document gives the same bytes', async () => {
    const document = hostileReport();
    const bytes = await checkReportDocx(document);
    const files = unzipSync(bytes);
    for (const name of Object.keys(files).filter((file) => /\.(?:xml|rels)$/.test(file)))
      expect(XMLValidator.validate(strFromU8(files[name] ?? new Uint8Array())), name).toBe(true);
    const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(body).toContain('&lt;script&gt;');
    expect(body).not.toContain('<script>');
    expect(Buffer.from(await checkReportDocx(document)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('says every finding, every rule that is off and what was not checkable on both faces', async () => {
    const document = hostileReport();
    const html = checkReportHtml(document);
    const body = strFromU8(unzipSync(await checkReportDocx(document))['word/document.xml'] ?? new Uint8Array());
    for (const { title, entries } of document.sections)
      for (const words of [title, ...entries.map(({ mark }) => mark)].filter((text) => text !== nasty)) {
        expect(html).toContain(words);
        expect(body).toContain(words);
      }
  });
});
