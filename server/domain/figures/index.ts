export * from './chinese-numeral';
export * from './figure';
export * from './figure-of-text';
export * from './money';
export * from './parse-figure';
export * from './pasted-text';
export * from './print-figure';
