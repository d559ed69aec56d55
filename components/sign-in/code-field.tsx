import { TextField } from '../ui/field';

/** A code from a telephone, or one of the recovery codes, of the form around it. */
export function CodeField(props: { label: string; hint: string; autoFocus?: boolean; value?: string; onChange?: (code: string) => void }) {
  const { onChange, ...given } = props;
  return (
    <TextField
      {...given}
      {...(onChange ? { onChange: (event) => onChange(event.target.value) } : {})}
      name="code"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={60}
      required
    />
  );
}
