export * from './measures';
export * from './quarter-glance';
export * from './trend';
