'use client';

/** Units to be chosen several at once, among those that were found. What is chosen stays to be seen, whatever is looked for next. */
export function UnitChecks<T extends { id: string; name: string }>({
  found,
  chosen,
  onChoose,
  className,
}: {
  found: readonly T[];
  chosen: readonly T[];
  onChoose: (unit: T, isWanted: boolean) => void;
  className: string;
}) {
  const listed = [...chosen.filter((unit) => !found.some((one) => one.id === unit.id)), ...found];
  return (
    <div className={className}>
      {listed.map((unit) => (
        <label key={unit.id} className="flex min-h-7 items-center gap-2 text-body">
          <input
            type="checkbox"
            className="size-4 accent-act"
            checked={chosen.some((one) => one.id === unit.id)}
            onChange={(event) => onChoose(unit, event.target.checked)}
          />
          {unit.name}
        </label>
      ))}
    </div>
  );
}
