import type { Measured } from './measured';

export function printTable(title: string, measured: readonly Measured[]): void {
  const widest = Math.max(...measured.map((one) => one.what.length));
  process.stdout.write(`\n${title}\n`);
  for (const { what, value, unit, goal } of measured) {
    const verdict = goal ? `  goal ${goal.text.padEnd(7)} ${goal.isMet(value) ? 'met' : 'MISSED'}` : '';
    process.stdout.write(`  ${what.padEnd(widest)}  ${String(value).padStart(10)} ${unit.padEnd(17)}${verdict}\n`);
  }
}
