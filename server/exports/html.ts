import { escapePrinted } from '@/server/domain/report/escape-printed';
import type { Block, ReportDocument } from '@/server/domain/report/report-document';
import { reportName } from '@/server/domain/report/title-lines';
import { portalStyle } from './html/style';
import { tableHtml } from './html/table';

/**
 * The report as one page for the portal: plain, accessible, printable on A4. It loads nothing and runs nothing, and whatever was
 * typed is text. Each figure carries the id of its cell, so that a published page can be compared with the edition.
 */
export function htmlFace(document: ReportDocument): Uint8Array {
  const { organ, year, edition, contentHash, blocks } = document;
  const title = `${organ}${reportName(year)}`;
  return new TextEncoder().encode(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapePrinted(title)}</title>
<style>${portalStyle}</style>
</head>
<body>
<main>
${edition === null ? '<p class="draft">草稿，未定稿，不得公开</p>\n' : ''}${blocks.map(blockHtml).join('\n')}
</main>
<footer>
<p>${edition === null ? '草稿' : `第${edition}版`}，内容校验码 <code>${escapePrinted(contentHash)}</code></p>
</footer>
</body>
</html>
`);
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${block.lines.map((line) => `<span>${escapePrinted(line)}</span>`).join('')}</h1>`;
    case 'heading':
      return `<h${block.level + 1}>${escapePrinted(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return block.lead
        ? `<p><b>${escapePrinted(block.lead)}</b>${escapePrinted(block.text.slice(block.lead.length))}</p>`
        : `<p>${escapePrinted(block.text)}</p>`;
    case 'note':
      return `<p class="note">${escapePrinted(block.text)}</p>`;
    case 'table':
      return tableHtml(block);
    default:
      return block satisfies never;
  }
}
