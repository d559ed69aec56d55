/**
 * The 图解 for a portal: one column on a telephone, two charts beside each other on a screen, one sheet of A4 in print, where the tables
 * below the charts are left out because every number stands in the chart.
 */
export const digestStyle = `
@page { size: A4; margin: 10mm 14mm; }
* { box-sizing: border-box; }
html { color: #1f2328; background: #fff; font: 1rem/1.6 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", SimHei, sans-serif; font-variant-numeric: tabular-nums lining-nums; }
body { margin: 0; overflow-wrap: anywhere; }
header { padding: 2rem 1rem 1.5rem; background: #1f4e79; color: #fff; text-align: center; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
h1 { max-width: 56rem; margin: 0 auto; font: 700 1.75rem/1.45 "Noto Serif CJK SC", "Songti SC", SimSun, serif; text-wrap: balance; }
h1 span { display: block; }
header p { margin: .75rem 0 0; font-size: .9375rem; text-wrap: balance; }
header .draft { display: inline-block; margin: 0 0 1rem; padding: .125rem .75rem; border: 2px solid #fff; font-weight: 700; }
main, footer { width: calc(100% - 2rem); max-width: 60rem; margin: 0 auto; }
.partial { margin: 1rem 0 0; padding: .5rem .75rem; border: 1px solid #8a5a00; }
h2 { margin: 1.75rem 0 .75rem; padding: 0 0 .25rem .75rem; border-bottom: 1px solid #b9b5ac; border-left: .375rem solid #1f4e79; font-size: 1.1875rem; line-height: 1.5; break-after: avoid; }
h3 { min-width: 7.25rem; margin: 0; font-size: .9375rem; }
.cards { display: flex; flex-wrap: wrap; gap: .75rem; margin-bottom: .75rem; }
.card { flex: 1 1 20%; min-width: min-content; padding: .625rem .875rem; border: 1px solid #d9d6cf; }
.card.wide { flex-basis: 40%; min-width: 16rem; }
.card.wide dl { column-gap: 2.5rem; }
.card dl { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; }
dt, .label { font-size: .8125rem; color: #4a4f57; }
dd { margin: 0; }
dd, .balance li { white-space: nowrap; overflow-wrap: normal; }
.figure { font-size: 1.5rem; font-weight: 700; line-height: 1.3; }
.unit { margin-left: .125rem; font-size: .8125rem; font-weight: 400; color: #4a4f57; }
.card div { display: flex; flex-direction: column-reverse; }
.balance { display: flex; flex-wrap: wrap; align-items: stretch; gap: .5rem; margin: 0 0 1.25rem; padding: 0; list-style: none; }
.balance li { flex: 1 1 7rem; padding: .5rem .75rem; border: 1px solid #d9d6cf; text-align: center; }
.balance li.sign { flex: 0 0 1.25rem; align-self: center; padding: 0; border: 0; font-size: 1.375rem; }
.balance .label { display: block; }
.charts { display: grid; grid-template-columns: 1fr; gap: 1.5rem 2rem; }
figure { min-width: 0; margin: 0; break-inside: avoid; }
figcaption { margin-bottom: .5rem; font-weight: 700; }
.drawing { overflow-x: auto; }
.drawing:focus-visible { outline: 3px solid #1f4e79; outline-offset: 2px; }
svg { display: block; width: 100%; height: auto; max-width: 36rem; }
svg.wide { min-width: 34rem; }
figure p { margin: .375rem 0 0; font-size: .875rem; color: #4a4f57; }
figure p.instead { padding: 1.25rem .875rem; border: 1px dashed #b9b5ac; color: #1f2328; font-size: 1rem; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 3px solid #1f4e79; outline-offset: 2px; }
table { width: 100%; margin-top: .625rem; border-collapse: collapse; font-size: .875rem; line-height: 1.5; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: .1875rem .5rem; border-bottom: 1px solid #d9d6cf; font-weight: 400; }
th { text-align: left; }
thead th { border-bottom-color: #5b6069; color: #4a4f57; }
tbody th { min-width: 7em; }
td, thead th.number { text-align: right; white-space: nowrap; }
footer { margin: 2rem auto 3rem; padding-top: .625rem; border-top: 1px solid #b9b5ac; color: #4a4f57; font-size: .8125rem; }
footer p { margin: 0; }
@media (max-width: 30rem) {
  th, td { padding: .1875rem .25rem; }
  tbody th { min-width: 6em; }
  thead th.number { min-width: 3em; white-space: normal; text-wrap: balance; }
}
@media (min-width: 48rem) {
  .charts { grid-template-columns: 1fr 1fr; }
  figure.years { grid-column: 1 / -1; display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; align-items: end; }
  figure.years > * { grid-column: 1; }
  figure.years > table { grid-column: 2; grid-row: 2 / 4; align-self: center; }
}
@media print {
  html { font-size: 8.5pt; }
  header { padding: 3mm; }
  h1 { font-size: 1.5rem; line-height: 1.35; }
  h1:has(span:nth-child(4)) { font-size: 1.125rem; line-height: 1.3; }
  header p { margin-top: 1mm; }
  header .draft { margin: 0 0 1mm; }
  .partial { margin: 2mm 0 0; padding: 1mm 2mm; }
  h2 { margin: 3mm 0 1.5mm; }
  .cards { gap: 2mm; margin-bottom: 2mm; }
  .card { padding: 1mm 2mm; }
  .balance { margin-bottom: 2mm; }
  .balance li { padding: 1mm 2mm; }
  .charts { grid-template-columns: 1fr 1fr; gap: 2mm 6mm; }
  figure.years { grid-column: 1 / -1; display: block; }
  figure table { display: none; }
  svg { max-width: 100%; max-height: 36mm; }
  figure p { margin: .5mm 0 0; }
  footer { margin: 2mm auto 0; }
}
`;
