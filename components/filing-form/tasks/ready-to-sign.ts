import type { QuarterToSign } from '@/server/queries/sign-off';

/** It has not left the unit. */
export function isInUnit({ status }: QuarterToSign): boolean {
  return status === 'open' || status === 'returned';
}

/** Nothing is left to do but 分管领导's signature. */
export function isReadyToSign(quarter: QuarterToSign): boolean {
  return isInUnit(quarter) && quarter.unsettled === 0 && quarter.state !== 'signed';
}
