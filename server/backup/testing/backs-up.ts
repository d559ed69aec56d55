import { makeBackup } from '../make-backup';

/** Makes backups until it is killed: the other process of a test. */
const [dataFolder = '', to = ''] = process.argv.slice(2);
for (;;) await makeBackup({ place: { dataFolder, databaseUrl: null }, to, reason: 'asked' });
