import { restoreBackup } from '@/server/backup/restore-backup';
import { cliEnv, consoleContext } from '@/server/cli/with-store';

/** Restores a backup as the command line does it, says so, and ends when it is told to. */
const [from = ''] = process.argv.slice(2);
process.once('message', () => process.exit(0));
await restoreBackup({ place: cliEnv(), from, contextOf: consoleContext });
process.send?.('restored');
