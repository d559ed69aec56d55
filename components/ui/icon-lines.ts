const ring = 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z';
const tray = 'M2.5 11v2.5h11V11';

/**
 * The lines of an icon on a grid of 16 × 16, drawn with a pen of 1.5; the second, where there is one, is filled as well.
 * An icon is named by what it means: two meanings may share their lines.
 */
export const iconLines = {
  // How something stands.
  done: ['M3 8.5 6.5 12 13 4.5'],
  wrong: [`${ring}M5.75 5.75l4.5 4.5m0-4.5-4.5 4.5`],
  confirm: ['M8 2.25 14.5 13.5h-13zM8 6.5V10m0 1.5v.01'],
  info: [`${ring}M8 7.5V11m0-5.75v.01`],
  late: [`${ring}M8 4.75V8l2.25 1.5`],
  // A filing's way.
  not_started: [ring],
  filling: [ring, 'M8 2a6 6 0 0 0 0 12Z'],
  filled: ['', ring],
  submitted: ['M14 2 2 6.5 7 9l2.5 5zL7 9'],
  in_review: ['M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z'],
  returned: ['M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H6.5'],
  locked: ['M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2'],
  // Ways.
  back: ['M10 3 5 8l5 5'],
  next: ['M6 3l5 5-5 5'],
  up: ['M3 10.5l5-5 5 5'],
  down: ['M3 5.5l5 5 5-5'],
  close: ['M4 4l8 8m0-8-8 8'],
  more: ['', 'M3.5 8a.5.5 0 1 1-1 0 .5.5 0 0 1 1 0Zm5 0a.5.5 0 1 1-1 0 .5.5 0 0 1 1 0Zm5 0a.5.5 0 1 1-1 0 .5.5 0 0 1 1 0Z'],
  search: ['M11 6.75a4.25 4.25 0 1 1-8.5 0 4.25 4.25 0 0 1 8.5 0ZM10 10l3.75 3.75'],
  filter: ['M2.5 3.5h11l-4 5V13l-3-1.5v-3z'],
  help: [`${ring}M6.25 6.5a1.75 1.75 0 1 1 2.5 1.6c-.5.25-.75.5-.75 1m0 2.15v.01`],
  // Acts.
  add: ['M8 3v10M3 8h10'],
  edit: ['M2.5 13.5l.75-3.5 7.5-7.5 2.75 2.75-7.5 7.5zM9 4.25 11.75 7'],
  remove: ['M2.5 4.5h11M6 4.5v-2h4v2m-6 0 .5 9h7l.5-9M6.75 7.5v3m2.5-3v3'],
  copy: ['M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3'],
  download: [`M8 2.5v8M4.5 7 8 10.5 11.5 7${tray}`],
  upload: [`M8 10.5v-8M4.5 6 8 2.5 11.5 6${tray}`],
  print: ['M4.5 6V2.5h7V6m-7 5.5h-2V6h11v5.5h-2m-7-2h7v4h-7z'],
  seal: ['M6 8c.5-1.5-.75-2-.75-3.5a2.75 2.75 0 0 1 5.5 0C10.75 6 9.5 6.5 10 8M3 8h10v3H3zm.5 5.5h9'],
  // Things.
  people: [
    'M8.25 5a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0ZM1.75 13.5c0-2.5 1.75-4 4.25-4s4.25 1.5 4.25 4m.25-10.65a2.25 2.25 0 0 1 0 4.3m1.5 2.75c1.4.6 2.25 1.85 2.25 3.6',
  ],
  comment: ['M2.5 3h11v8H7l-3 2.75V11H2.5z'],
  link: ['M6.75 9.25a2.5 2.5 0 0 0 3.5 0L12.5 7A2.5 2.5 0 0 0 9 3.5l-1 1m1.25 2.25a2.5 2.5 0 0 0-3.5 0L3.5 9A2.5 2.5 0 0 0 7 12.5l1-1'],
  file: ['M3.5 2h6l3 3v9h-9zM9.5 2v3h3'],
  day: ['M2.5 4h11v9.5h-11zm0 3h11m-8-4.5V5m5-2.5V5'],
  chart: ['M2.5 13.5h11M4.5 11V8M8 11V3.5m3.5 7.5V6'],
  notice: ['M4 11V7a4 4 0 0 1 8 0v4l1.25 1H2.75zm2.75 2.75h2.5'],
} as const satisfies Record<string, readonly [string, string?]>;

export type IconName = keyof typeof iconLines;
