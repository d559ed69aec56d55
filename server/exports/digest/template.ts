/**
 * The 图解 in Typst's language: one page of A4. Whatever was typed by a person is data (`sys.inputs.data`), and charts are vectors whose
 * numbers stay text.
 */
export const digestTemplate = `
#let d = json(bytes(sys.inputs.at("data")))
#let ink = rgb("#1f2328")
#let muted = rgb("#4a4f57")
#let line-color = rgb("#b9b5ac")
#let act = rgb("#1f4e79")
#let side = 16mm

#set document(title: d.lines.join(), author: d.organ, date: none)
#set text(font: d.fonts.plain, size: 9.5pt, fill: ink, lang: "zh", region: "cn", hyphenate: false, cjk-latin-spacing: none, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: 0.38em, spacing: 0.38em, justify: false)
#set page(paper: "a4", margin: (x: side, top: 0mm, bottom: 9mm))

#let fitting(body, size) = layout(area => {
  let s = size
  while s > 6pt and measure(text(size: s, weight: "bold", body)).width > area.width { s -= 0.5pt }
  text(size: s, weight: "bold", body)
})

#show heading: it => block(above: 0pt, below: 3mm, width: 100%, stroke: (bottom: 0.6pt + line-color), inset: (bottom: 1.6mm), {
  box(baseline: 0.6mm, rect(width: 1.6mm, height: 4.2mm, fill: act))
  h(2mm)
  text(size: 13pt, weight: "bold", it.body)
})

#let band = {
  let size = if d.lines.len() > 4 { 13pt } else if d.lines.len() > 3 { 15pt } else if d.lines.len() > 2 { 18pt } else { 21pt }
  pad(x: -side, block(width: 100%, fill: act, inset: (x: side, top: 6mm, bottom: 5mm), {
    set align(center)
    set text(fill: white)
    if d.draft { block(below: 3mm, rect(stroke: 1pt + white, inset: (x: 3mm, y: 1.2mm), text(weight: "bold", "草稿，未定稿，不得公开"))) }
    block(below: 3.2mm, text(font: d.fonts.title, size: size, weight: if d.fonts.titleIsStandIn { "bold" } else { "regular" }, d.lines.join(linebreak())))
    text(size: 9.5pt, d.period)
  }))
}

#let number(f, size) = {
  block(above: 0pt, below: 0.8mm, text(size: 8.5pt, fill: muted, f.label))
  let unit = if f.unit != "" { text(size: 8.5pt, fill: muted, " " + f.unit) }
  block(above: 0pt, below: 0pt, width: 100%, fitting([#f.printed#text(weight: "regular", unit)], size))
}

#let card(c) = block(width: 100%, height: 100%, stroke: 0.6pt + line-color, inset: (x: 2.4mm, y: 2mm), {
  block(above: 0pt, below: 1.8mm, text(weight: "bold", c.title))
  grid(columns: c.figures.map(_ => 1fr), column-gutter: 2mm, ..c.figures.map(f => number(f, 15pt)))
})

#let cards(list) = grid(
  columns: list.map(c => c.weight * 1fr),
  rows: 19mm,
  column-gutter: 2mm,
  ..list.map(card),
)

#let disclosure = {
  let list = d.disclosure.cards
  if list.len() > 5 {
    cards(list.slice(0, 2))
    v(2mm, weak: true)
    cards(list.slice(2))
  } else { cards(list) }
}

#let balance = {
  let signs = if d.balance.holds { ("+", "=", "+") } else { ("", "", "") }
  let cells = ()
  for (i, f) in d.balance.figures.enumerate() {
    if i > 0 { cells.push(align(center + horizon, text(size: 15pt, fill: muted, signs.at(i - 1)))) }
    cells.push(block(width: 100%, stroke: 0.6pt + line-color, inset: (x: 2.4mm, y: 1.6mm), align(center, number(f, 17pt))))
  }
  grid(columns: (1fr, 6mm, 1fr, 6mm, 1fr, 6mm, 1fr), ..cells)
}

#let chart(c) = {
  block(above: 0pt, below: 2mm, text(size: 10.5pt, weight: "bold", c.title) + text(size: 8.5pt, fill: muted, "（单位：件）"))
  if c.svg != "" {
    block(above: 0pt, below: 1.6mm, image(bytes(c.svg), format: "svg", width: 100%, alt: c.alt))
  } else {
    block(above: 0pt, below: 1.6mm, width: 100%, stroke: (paint: line-color, thickness: 0.6pt, dash: "dashed"), inset: 4mm, c.instead)
  }
  if c.notes != "" { block(above: 0pt, below: 0pt, text(size: 8pt, fill: muted, c.notes)) }
}

#let disputes = {
  let list = d.disputes.cards
  set text(size: 9pt)
  table(
    columns: (2.4fr, ..list.first().figures.map(_ => 1fr)),
    stroke: (x, y) => (bottom: 0.5pt + line-color),
    inset: (x: 2mm, y: 1.4mm),
    align: (x, y) => if x == 0 { left } else { right },
    table.header(text(fill: muted)[单位：件], ..list.first().figures.map(f => text(fill: muted, f.label))),
    ..list.map(c => (c.title, ..c.figures.map(f => text(weight: "bold", f.printed)))).flatten(),
  )
}

#band
#v(1fr)
#if d.partial != "" { block(width: 100%, stroke: 0.6pt + rgb("#8a5a00"), inset: 2mm, d.partial) + v(1fr) }
#heading(d.disclosure.title)
#disclosure
#v(1fr)
#heading(d.requests)
#balance
#v(0.8fr)
#grid(columns: (1fr, 1fr), column-gutter: 8mm, ..d.charts.filter(c => not c.wide).map(chart))
#v(0.8fr)
#for c in d.charts.filter(c => c.wide) { chart(c) }
#v(1fr)
#heading(d.disputes.title)
#disputes
#v(1fr)
#block(above: 0pt, below: 0pt, width: 100%, stroke: (top: 0.6pt + line-color), inset: (top: 1.8mm), text(size: 7.5pt, fill: muted, d.sources.join(linebreak())))
`;
