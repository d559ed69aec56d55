import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolderForGood } from '@/db/store/make-folder';
import { writeWhole } from '@/server/backup/files';

export interface OfficeMarker {
  engine: 'sqlite' | 'postgres';
  /** When the marker was made. */
  since: string;
  /** Where it stands. */
  file: string;
}

/** In the data folder, and beside it: the one is gone with the folder, the other stays when what was mounted there is missing. */
function placesOf(dataFolder: string): string[] {
  return [join(dataFolder, 'office.json'), `${resolve(dataFolder)}.office.json`];
}

/** Says that an office works here, so that what stands here after a loss is never taken for a new folder. */
export function markOffice(dataFolder: string, engine: OfficeMarker['engine']): void {
  makeFolderForGood(dataFolder);
  for (const file of placesOf(dataFolder)) {
    const standing = readMarker(file);
    if (standing?.engine === engine) continue;
    try {
      writeWhole(file, `${JSON.stringify({ engine, since: standing?.since || new Date().toISOString(), about }, null, 2)}\n`);
    } catch {
      // Beside the folder is often not ours to write; then configuration and the marker inside have to do.
    }
  }
}

const about =
  '这里（或旁边同名的文件夹）存放正式数据。数据不见时，只要这个文件还在，程序就不会把它当作新文件夹启动。 / An office keeps its data here, or in the folder of this name beside it. While this file stands, a start that finds no data there is refused.';

/** The marker that is found first; null: this has never been an office's. */
export function findOfficeMarker(dataFolder: string): OfficeMarker | null {
  for (const file of placesOf(dataFolder)) {
    const marker = readMarker(file);
    if (marker) return marker;
  }
  return null;
}

/** One that was cut off says what matters by being there. */
function readMarker(file: string): OfficeMarker | null {
  if (!existsSync(file)) return null;
  try {
    const { engine, since } = JSON.parse(readFileSync(file, 'utf8')) as Partial<OfficeMarker>;
    return { engine: engine === 'postgres' ? engine : 'sqlite', since: String(since ?? ''), file: resolve(file) };
  } catch {
    return { engine: 'sqlite', since: '', file: resolve(file) };
  }
}
