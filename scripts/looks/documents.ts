import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docxFace } from '@/server/exports/docx';
import { lookAtDigests } from './digests';
import { lookAtFaces } from './faces';
import { picturePages } from './picture-pages';
import { digestSamples, samples, textSamples } from './reports';
import { sampleDocument } from './reports/sample';

/** Every face of the sample reports and their 图解, and a picture of each page. @returns the pictures */
export async function lookAtDocuments(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const pictures: string[] = [];
  for (const sample of [...samples, ...textSamples]) {
    const file = join(folder, `${sample.name}.docx`);
    writeFileSync(file, await docxFace(sampleDocument(sample)));
    pictures.push(...picturePages(file));
  }
  pictures.push(...(await lookAtFaces(folder, samples)));
  pictures.push(...(await lookAtDigests(folder, digestSamples)));
  return pictures;
}
