/** What the bars of a chart are filled with: a whole year is full, part of one hatched. Grey: blue would say that it can be acted on. */
export function barLook(isPartial: boolean, hatch: string): { className: string; fill?: string } {
  return isPartial ? { className: 'stroke-muted', fill: `url(#${hatch})` } : { className: 'fill-muted stroke-muted' };
}

/** The pattern of a part, once in each picture. @param id unlike any other of the page */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-paper" />
        <rect width="2" height="6" className="fill-muted" />
      </pattern>
    </defs>
  );
}
