export * from './largest-changes';
export * from './measures';
export * from './quarter-glance';
export * from './trend';
