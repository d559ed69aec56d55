export * from './add-figures';
export * from './adjust-figures';
export * from './known-year';
export * from './packed-units';
export * from './provenance';
export * from './roll-up-indicators';
export * from './roll-up-units';
export {
  type QuarterBooks,
  type QuarterSpan,
  rollUpYear,
  wholeYear,
  type YearRollUp,
} from './roll-up-year';
export * from './take-over';
export * from './whole-levels';
export * from './year-to-date';
