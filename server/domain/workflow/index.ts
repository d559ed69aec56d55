export * from './approval';
export * from './check-filing';
export * from './filing-content';
export * from './filing-status';
export * from './sign-off';
export * from './submit-obstacles';
export * from './transitions';
export * from './zero-report';
