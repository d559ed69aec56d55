import { city } from './city';
import { crowded, shortlyNoted } from './crowded';
import { district } from './district';
import { draft } from './draft';
import { everyLength } from './every-length';
import { longest } from './longest';
import { noted, textless } from './noted';
import { format2019, singleRow } from './older-formats';
import type { Sample } from './sample';
import { smallest } from './smallest';
import { widest } from './widest';

const longestName = `中国（示例）自由贸易试验区临港新片区管理委员会暨示例国家级高新技术产业开发区管理委员会${'综合行政执法和应急管理'.repeat(2)}办公室`;

/** What `npm run looks -- documents` draws. One line per report. */
export const samples: readonly Sample[] = [
  city,
  district,
  draft,
  singleRow,
  format2019,
  widest,
  longest,
  noted,
  shortlyNoted,
  crowded,
  textless,
];

/** Word files whose pages are held against their text besides: no mark may be lost at a line's end. */
export const textSamples: readonly Sample[] = [everyLength];

/** What is looked at as 图解 besides: a name that fills its head, and hardly anything to draw. */
export const digestSamples: readonly Sample[] = [
  ...samples.filter((sample) => ![longest, noted, shortlyNoted, crowded].includes(sample)),
  { ...draft, name: 'longest-name-draft', organ: longestName },
  smallest,
  { ...smallest, name: 'office-2024-nothing', requests: {} },
];
