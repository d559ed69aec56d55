import { migrateAsAtAStart } from './migrating';

/** In a process of its own, which is killed in the middle. */
await migrateAsAtAStart(process.env);
