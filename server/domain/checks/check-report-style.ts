/** Paper and ink; print needs no colour to be read, since every colour has its word. */
export const checkReportStyle = `
@page { size: A4; margin: 20mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #f6f5f2; color: #1f2328; font: 15px/1.65 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 210mm; margin: 24px auto; padding: 20mm 18mm; background: #fff; border: 1px solid #d9d6cf; }
h1 { margin: 0 0 18px; font: 700 24px/1.4 "Noto Serif CJK SC", "Songti SC", SimSun, serif; text-align: center; text-wrap: balance; }
h2 { margin: 26px 0 8px; padding-bottom: 4px; border-bottom: 1px solid #d9d6cf; font-size: 17px; break-after: avoid; }
p { margin: 0; }
.facts { margin: 0; border-top: 1px solid #1f2328; border-bottom: 1px solid #1f2328; padding: 6px 0; display: grid; grid-template-columns: 1fr 1fr; column-gap: 24px; }
.facts div { display: flex; gap: 10px; }
.facts dt { flex: none; min-width: 5em; color: #5b6069; }
.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.verdict p { font-size: 17px; font-weight: 600; }
.verdict ul { display: flex; flex-wrap: wrap; gap: 6px 22px; margin: 6px 0 0; padding: 0; list-style: none; }
.verdict b { font-size: 20px; }
.verdict .must_fix b { color: #b3261e; }
.verdict .confirm b { color: #8a5a00; }
.verdict .hint b { color: #1f4e79; }
.verdict .passed b { color: #256b3a; }
ol { margin: 0; padding: 0; list-style: none; counter-reset: entry; }
ol > li { counter-increment: entry; margin: 10px 0 0; padding: 2px 0 2px 12px; border-left: 4px solid #d9d6cf; break-inside: avoid; }
.must_fix li { border-left-color: #b3261e; }
.confirm li { border-left-color: #8a5a00; }
.hint li { border-left-color: #1f4e79; }
.said::before { content: counter(entry) ". "; font-weight: 600; }
.said, dd p { overflow-wrap: anywhere; white-space: pre-wrap; }
.mark { padding: 0 6px; border: 1px solid #d9d6cf; border-radius: 3px; font: 13px/1.5 ui-monospace, monospace; white-space: nowrap; }
li dl { display: grid; grid-template-columns: 8.5em 1fr; gap: 1px 12px; margin: 4px 0 0; font-size: 13px; }
li dt { color: #5b6069; }
li dd { margin: 0; min-width: 0; }
.note { color: #5b6069; }
@media print { body { background: #fff; font-size: 10.5pt; } main { max-width: none; margin: 0; padding: 0; border: 0; } li dl { font-size: 9pt; } }
@media (max-width: 640px) { main { padding: 16px; margin: 0; } .facts, li dl { grid-template-columns: 1fr; } }
`;
