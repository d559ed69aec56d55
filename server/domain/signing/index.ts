export * from './impact';
export * from './signable-content';
export * from './signable-difference';
export * from './standing';
export * from './steps';
