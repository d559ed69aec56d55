import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** In a thread of its own: looks at every page of a large database while it serves. Answers with what is wrong, or 'ok', or with what kept it from looking. */
try {
  const connection = new Database(workerData, { readonly: true, fileMustExist: true });
  const rows = connection.pragma('quick_check(3)');
  connection.close();
  parentPort.postMessage({ says: rows.map((row) => row.quick_check).join('; ') });
} catch (error) {
  parentPort.postMessage({ failed: { code: error.code, message: error.message } });
}
