import type { FaceKind } from '@/server/domain/report/export-kinds';
import { type RefusalCode, Refused } from '@/server/errors';
import { looksBack } from '@/server/exports';
import { type Pressed, pressed } from '@/server/exports/folder-zip';
import type { Job } from '../job';
import { type FaceAsked, type FaceLoaded, type FaceMade, reportFace } from './report-face';

export type PressedFace = Omit<FaceMade, 'bytes'> & { pressed: Pressed };

/** A face as it lies in a zip of many, or why there is none. Plain data. */
export type PressedOrNot = { kind: FaceKind } & (
  | { face: PressedFace }
  | { refused: Pick<Refused, 'sentence' | 'details'> & { code: RefusalCode } }
);

type Asked = Omit<FaceAsked, 'kind'> & { kinds: readonly FaceKind[] };

/** Faces of one report for a zip of many: what they are made of is loaded once. */
export const pressedFaces: Job<Asked, FaceLoaded, PressedOrNot[]> = {
  lane: 'file',
  load: (reader, { kinds, ...asked }) => reportFace.load(reader, { ...asked, kind: kinds.find(looksBack) ?? kinds[0] ?? 'docx' }),
  async make(loaded, { kinds, ...asked }) {
    const made: PressedOrNot[] = [];
    for (const kind of kinds)
      try {
        const { bytes, ...face } = await reportFace.make(looksBack(kind) ? loaded : { ...loaded, past: [] }, { ...asked, kind }, null);
        made.push({ kind, face: { ...face, pressed: pressed(bytes) } });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const { code, sentence, details } = error;
        made.push({ kind, refused: { code, sentence, details } });
      }
    if (kinds.includes('pdf')) (await import('@/server/exports/pdf/compiler')).forgetPages();
    return made;
  },
};
