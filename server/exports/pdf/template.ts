import { bodyTracking } from '../word/typography';

/**
 * The page in Typst's language. Everything that was typed by a person comes in as data (`sys.inputs.data`), never as markup, so no
 * text can become a command. Lengths are those of the Word face.
 *
 * @source GB/T 9704-2012, 5.1 to 5.2 (page), 7.3.3 (levels)
 */
export const template = `
#let d = json(bytes(sys.inputs.at("data")))
#let f = d.fonts
#let pitch = 28.95pt
#let twip = 0.05pt
#let body-tracking = ${bodyTracking} * twip

#set document(title: d.title, author: d.organ, date: none)
#set text(font: f.body, size: 16pt, tracking: body-tracking, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em, hyphenate: false)
#set par(leading: pitch - 16pt, spacing: pitch - 16pt, justify: true, first-line-indent: (amount: 2em, all: true))
#set page(
  paper: "a4",
  margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  header: if d.draft { align(left, text(font: f.levelOne, size: 16pt, tracking: 0pt)[草稿]) },
  footer-descent: 7mm,
  footer: context {
    let n = counter(page).get().first()
    align(if calc.odd(n) { right } else { left }, pad(x: 14pt, text(font: f.table, size: 14pt, tracking: 0pt)[— #n —]))
  },
)

#show heading: set text(size: 16pt, weight: "regular")
#show heading: set block(sticky: true, above: pitch - 16pt, below: pitch - 16pt)
#show heading: it => {
  let family = if it.level == 1 { f.levelOne } else if it.level == 2 { f.levelTwo } else { f.body }
  block(par(text(font: family, it.body)))
}

#let title(lines) = {
  align(center, block(below: 2 * pitch - 16pt, par(
    leading: 35pt - 22pt,
    first-line-indent: 0pt,
    justify: false,
    text(font: f.title, size: 22pt, tracking: 0pt, weight: d.titleWeight, lines.join(linebreak())),
  )))
}

#let upright(s) = stack(dir: ttb, spacing: 1pt, ..s.clusters())

// A merged cell is parted only with a table that is higher than a page; else what does not fit would be lost below it.
#let cell(c, padding, parted) = table.cell(
  rowspan: c.rowspan,
  colspan: c.colspan,
  align: (if c.left { left } else { center }) + horizon,
  fill: if c.caption { rgb("#DEEAF6") },
  breakable: parted and c.rowspan > 1,
  inset: (x: c.inset * twip, y: padding * twip),
  {
    text(size: c.size * 0.5pt, if c.upright { upright(c.text) } else { c.lines.join(linebreak()) })
    if c.remark != "" {
      linebreak()
      text(size: 7.5pt, c.remark)
    }
  },
)

// A table stands whole on a page, below its heading and above its notes; one that was parted begins each page with its head. A part that
// is higher than a page all the same is broken between its rows.
#let statutory(t) = {
  set text(font: f.table, tracking: 0pt)
  set par(first-line-indent: 0pt, leading: 2.5pt, justify: false)
  let body(rows, broken) = table(
    columns: t.columns.map(w => w * twip),
    stroke: 0.5pt + black,
    ..if t.head.len() > 0 { (table.header(..t.head.map(c => cell(c, t.padding, false))),) } else { () },
    ..rows.map(c => cell(c, t.padding, broken)),
  )
  for (index, rows) in t.parts.enumerate() {
    if index > 0 { pagebreak(weak: true) }
    let isLast = index == t.parts.len() - 1
    context {
      let isHigher = measure(body(rows, false), width: 156mm).height > 213mm
      block(breakable: isHigher, sticky: isLast and t.sticky, above: 14pt, below: 16pt, body(rows, isHigher))
    }
  }
}

#for b in d.blocks {
  if b.kind == "title" { title(b.lines) }
  else if b.kind == "heading" { heading(level: b.level, b.text) }
  else if b.kind == "note" { block(breakable: not b.whole, sticky: b.sticky, par(leading: 22pt - 14pt, text(size: 14pt, tracking: 0pt, b.text))) }
  else if b.kind == "table" { statutory(b) }
  else if b.lead != "" { par(text(font: f.levelTwo, b.lead) + b.text) }
  else { par(b.text) }
}
`;
