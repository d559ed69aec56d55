/**
 * Where a finding stands, without the values it is bound to: the same for the finding that was explained and for the one that took its place
 * when a figure changed. A sentence is the same one with other numbers in it; written anew, it is another.
 *
 * @param boundTo of a finding or of what was said of it
 */
export function findingPlace(boundTo: string): string {
  const [rule = '', ...parts] = boundTo.split('|');
  const after = parts.findIndex((part) => !/^[\w.]+=/.test(part));
  const cells = after < 0 ? parts : parts.slice(0, after);
  // Behind the cells stand both sides, then the text; of a moved count, what follows from it, which comes and goes.
  const [text, ...more] = after < 0 ? [] : parts.slice(after + 1);
  const place = text?.includes(':') ? [[text, ...more].join('|').replace(/\d[\d.,]*/g, '#')] : [];
  return [rule, ...cells.map((part) => part.slice(0, part.indexOf('='))), ...place].join('|');
}
