export * from './impact';
export { eventKinds } from './moves-reports';
export * from './signable-content';
export * from './signable-difference';
export * from './standing';
export * from './steps';
