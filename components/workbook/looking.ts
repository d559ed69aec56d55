import type { WorkbookPreview } from '@/server/queries/workbook-preview';
import type { ChosenFile } from './chosen-file';

export type Looked = { file: ChosenFile; preview: WorkbookPreview };

/** How far a file is that somebody chose. */
export type Look =
  | { state: 'nothing' }
  | { state: 'reading' | 'too_large' | 'unreadable'; name: string }
  | { state: 'failed'; name: string; error: unknown }
  | ({ state: 'looked'; name: string } & Looked);

/** What a look needs of the page. */
export interface Doors<Chosen> {
  read: (chosen: Chosen) => Promise<ChosenFile | 'too_large' | 'unreadable'>;
  ask: (file: ChosenFile) => Promise<WorkbookPreview>;
  show: (look: Look) => void;
}

/**
 * One look after the other at what somebody chooses. An answer that comes after something else was chosen, or after the file was taken away, is
 * of another file and is not shown.
 */
export function looking<Chosen extends { name: string }>({ read, ask, show }: Doors<Chosen>) {
  let turn = 0;
  function begin(): (look: Look) => boolean {
    turn += 1;
    const own = turn;
    return (look) => {
      if (own === turn) show(look);
      return own === turn;
    };
  }
  async function askFor(name: string, file: ChosenFile, tell: (look: Look) => boolean): Promise<void> {
    try {
      tell({ state: 'looked', name, file, preview: await ask(file) });
    } catch (error) {
      tell({ state: 'failed', name, error });
    }
  }
  return {
    async choose(chosen: Chosen): Promise<void> {
      const { name } = chosen;
      const tell = begin();
      tell({ state: 'reading', name });
      const file = await read(chosen);
      if (typeof file === 'string') tell({ state: file, name });
      else if (tell({ state: 'reading', name })) await askFor(name, file, tell);
    },
    /** The quarter has changed since: the same file against what stands now. */
    async again({ file, name }: Looked & { name: string }): Promise<void> {
      const tell = begin();
      tell({ state: 'reading', name });
      await askFor(name, file, tell);
    },
    forget: () => void begin()({ state: 'nothing' }),
    /** Is what is shown now still there when it is asked later? */
    stay(): () => boolean {
      const own = turn;
      return () => own === turn;
    },
  };
}
