export * from './quarter';
