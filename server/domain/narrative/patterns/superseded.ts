/** Documents that no longer are the basis of a report, and from which report year on. `number` is a pattern over any bracket. */
export const superseded: readonly { number: string; name: string; fromYear: number; now: string }[] = [
  { number: '国办公开办函.2019.60号', name: '国办公开办函〔2019〕60号', fromYear: 2021, now: '国办公开办函〔2021〕30号' },
  { number: '国务院令第?492号', name: '国务院令第492号', fromYear: 2019, now: '国务院令第711号' },
  { number: '国办发.2008.36号', name: '国办发〔2008〕36号', fromYear: 2019, now: '2019年修订的《政府信息公开条例》' },
];
