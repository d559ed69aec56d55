import { escapePrinted } from '../report/escape-printed';
import type { CheckReportDocument, CheckReportEntry, CheckReportSection } from './check-report';
import { checkReportStyle } from './check-report-style';

/**
 * A check report as one self-contained page, printable on A4. It loads nothing and runs nothing; whatever stood in the report that
 * was checked is text here. Pure, so that the browser writes the same page that the server does.
 */
export function checkReportHtml(report: CheckReportDocument): string {
  const { language, title, facts, verdictTitle, verdict, counts, sections } = report;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapePrinted(`${facts[0]?.[1] ?? ''} ${title}`)}</title>
<style>${checkReportStyle}</style>
</head>
<body>
<main>
<h1>${escapePrinted(title)}</h1>
<dl class="facts">${facts.map(([label, value]) => `<div><dt>${escapePrinted(label)}</dt><dd>${escapePrinted(value)}</dd></div>`).join('')}</dl>
<section class="verdict">
<h2>${escapePrinted(verdictTitle)}</h2>
<p>${escapePrinted(verdict)}</p>
<ul>${counts.map(({ label, value, tone }) => `<li class="${tone}"><b>${value}</b> ${escapePrinted(label)}</li>`).join('')}</ul>
</section>
${sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`;
}

function sectionHtml({ title, note, tone, entries }: CheckReportSection): string {
  const list = entries.length > 0 ? `<ol>${entries.map(entryHtml).join('')}</ol>` : '';
  return `<section class="${tone}">\n<h2>${escapePrinted(title)}</h2>\n${note ? `<p class="note">${escapePrinted(note)}</p>` : ''}${list}\n</section>`;
}

function entryHtml({ mark, text, details }: CheckReportEntry): string {
  const list = details
    .map(({ label, lines }) => `<dt>${escapePrinted(label)}</dt><dd>${lines.map((line) => `<p>${escapePrinted(line)}</p>`).join('')}</dd>`)
    .join('');
  return `<li><p class="said"><span class="mark">${escapePrinted(mark)}</span> ${escapePrinted(text)}</p>${list ? `<dl>${list}</dl>` : ''}</li>`;
}
