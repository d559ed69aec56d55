/** Asks back a year that is not the next one. */
export function MeantYear({ label, isMeant, onChange }: { label: string; isMeant: boolean; onChange: (isMeant: boolean) => void }) {
  return (
    <label className="mt-3 flex items-start gap-2 text-body leading-6 text-confirm">
      <input type="checkbox" className="mt-1 size-4 accent-act" checked={isMeant} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
