/**
 * A page for a portal: the office's own style sheet may replace this one, since the markup says everything. Figures of one column
 * stand under each other; a table that is wider than the screen scrolls in its own box. On paper, where nothing scrolls, a table is as
 * wide as the text and stands whole on a page where it can.
 */
export const portalStyle = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
* { box-sizing: border-box; }
html { color: #1a1a1a; background: #fff; font: 1rem/1.8 "Songti SC", SimSun, "Noto Serif CJK SC", serif; font-variant-numeric: tabular-nums lining-nums; }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 2rem; font-size: 1.75rem; line-height: 1.5; text-align: center; text-wrap: balance; }
h1 span { display: block; }
h2 { margin: 2rem 0 .75rem; font: 700 1.25rem/1.6 SimHei, "PingFang SC", "Noto Sans CJK SC", sans-serif; break-after: avoid; }
h3 { margin: 1.25rem 0 .5rem; font: 1.0625rem/1.6 KaiTi, "Kaiti SC", serif; font-weight: 700; break-after: avoid; }
h4 { margin: 1rem 0 .25rem; font-size: 1rem; break-after: avoid; }
p { margin: 0 0 .5rem; text-indent: 2em; text-align: justify; }
p.note { font-size: .9375rem; }
p b { font-weight: 700; }
.draft { margin: 0 0 1.5rem; padding: .5rem 1rem; border: 2px solid #8a1c14; color: #8a1c14; text-align: center; text-indent: 0; font-weight: 700; }
.table { margin: .75rem 0 1.25rem; overflow-x: auto; }
.table:focus-visible { outline: 3px solid #1f4e79; outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; line-height: 1.45; font-size: .9375rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: .25rem .375rem; border: 1px solid #333; font-weight: 400; }
th { text-align: left; }
th.head, th.caption { text-align: center; text-wrap: balance; }
th.head { min-width: 3.6rem; }
th.group { white-space: nowrap; }
thead th, th.caption { background: #deeaf6; }
td { text-align: center; white-space: nowrap; }
.remark { display: block; white-space: normal; font-size: .8125rem; }
footer { margin-top: 3rem; padding-top: .5rem; border-top: 1px solid #bbb; color: #4a4a4a; font-size: .8125rem; }
footer p { margin: 0; text-indent: 0; text-align: left; }
@media print {
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  .table { overflow: visible; break-inside: avoid; }
  table { font-size: 9pt; line-height: 1.3; }
  th, td { padding: .15rem .2rem; }
  th.head { min-width: 2.4rem; }
  td.note { white-space: normal; }
  tr { break-inside: avoid; }
  .table + p.note, p.note + p.note { break-before: avoid; }
  thead { display: table-header-group; }
}
`;
