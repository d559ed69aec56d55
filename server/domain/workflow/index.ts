export * from './approval';
export * from './check-filing';
export * from './close-unit';
export * from './filing-content';
export * from './filing-status';
export * from './submit-obstacles';
export * from './transitions';
export * from './zero-report';
