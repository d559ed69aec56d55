export * from './coverage';
export * from './topics';
