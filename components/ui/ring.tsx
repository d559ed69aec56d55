import clsx from 'clsx';

const gap = 12;

/**
 * A ring of equal arcs, each filled as far as its share: the quarters of a year, the steps of a signing. It says nothing by itself to a screen
 * reader: the words stand beside it.
 *
 * @param shares from 0 to 1, clockwise from above
 */
export function Ring({ shares, className, core = false }: { shares: readonly number[]; className?: string; core?: boolean }) {
  const around = shares.length * 100;
  const space = shares.length > 1 ? gap : 0;
  // Its length is said in hundredths of an arc, so that no arc has to be reckoned.
  const arc = (index: number, length: number) => ({
    cx: 16,
    cy: 16,
    r: 12.5,
    pathLength: around,
    strokeDasharray: `${length} ${around}`,
    strokeDashoffset: -(index * 100 + space / 2),
  });
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" fill="none" strokeWidth={5} className={clsx('shrink-0', className)}>
      <g transform="rotate(-90 16 16)">
        {shares.map((share, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an arc is its place
          <g key={index}>
            {share < 1 && <circle {...arc(index, 100 - space)} className="stroke-hairline" />}
            {share > 0 && <circle {...arc(index, Math.min(1, share) * (100 - space))} className="stroke-current" />}
          </g>
        ))}
      </g>
      {core && <rect x={12} y={11} width={8} height={10} className="fill-current" />}
    </svg>
  );
}

/** The sign of the program: four quarters around one sheet. The icon (`app/icon.svg`) is the same drawing. */
export function Sign({ className }: { className?: string }) {
  return <Ring shares={[1, 1, 1, 1]} core className={className} />;
}
