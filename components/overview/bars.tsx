import clsx from 'clsx';

export interface BarPart {
  value: number;
  /** Its colour, a `fill-…`. */
  fill: string;
}

const whole = 1000;

/** One bar of parts, as long as they are of what the whole width stands for. The numbers stand in words beside it. */
export function Bar({ parts, of, className }: { parts: readonly BarPart[]; of: number; className?: string }) {
  const wide = (value: number) => (of > 0 ? (Math.max(0, value) / of) * whole : 0);
  const before = (at: number) => parts.slice(0, at).reduce((sum, part) => sum + wide(part.value), 0);
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${whole} 10`} preserveAspectRatio="none" className={clsx('block w-full', className)}>
      <rect x="0" y="0" width={whole} height="10" className="fill-desk" />
      {parts.map(({ value, fill }, at) =>
        value > 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
          <rect key={at} x={before(at)} y="0" width={Math.max(3, wide(value))} height="10" className={fill} />
        ) : null,
      )}
    </svg>
  );
}

/** What a colour of a bar stands for. */
export function Swatch({ fill }: { fill: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 10 10" className="mr-1 inline-block size-2.5 align-baseline">
      <rect width="10" height="10" className={fill} />
    </svg>
  );
}
