import { CliError } from './cli-error';

/** @throws CliError for anything but a whole number in the range */
export function wholeNumber(name: string, least: number, most: number) {
  return (text: string): number => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most))
      throw new CliError(`${name}: “${text}” 应为 ${least} 到 ${most} 的整数 / must be a whole number from ${least} to ${most}`);
    return value;
  };
}
