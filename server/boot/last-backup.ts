/** What is known of the newest backup of this office. `unknown`: nobody keeps backups that this program knows of. */
export type LastBackup = 'unknown' | { at: Date } | null;

export type AskLastBackup = () => Promise<LastBackup>;

/** Until backups are made here, nothing is known of them. Null would say that there should be one and is none. */
export const lastBackup: AskLastBackup = async () => 'unknown';
