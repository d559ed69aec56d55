import { type Pressed, pressed } from '@/server/exports/folder-zip';
import type { Job } from '../job';
import { type FaceAsked, type FaceLoaded, type FaceMade, reportFace } from './report-face';

export type PressedFace = Omit<FaceMade, 'bytes'> & { pressed: Pressed };

/** A face as it lies in a zip of many. */
export const pressedFace: Job<FaceAsked, FaceLoaded, PressedFace> = {
  lane: 'file',
  load: reportFace.load,
  async make(loaded, asked) {
    const { bytes, ...face } = await reportFace.make(loaded, asked, null);
    return { ...face, pressed: pressed(bytes) };
  },
};
