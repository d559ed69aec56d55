import { counted } from '@/server/domain/plural';
import type { Messages } from '../../zh';

export const openings: Messages['openings'] = {
  context:
    "Requests carried in, documents in force, cases pending. Taken over from last year's fourth quarter or edition where there is one; entered here with a reason where there is none.",
  unit: 'Unit',
  findUnit: 'Find a unit by name',
  year: 'Year',
  show: 'Show',
  of: (unit, year) => `Opening balances of ${unit}, ${year}`,
  inherited: (value) => `taken over: ${value}`,
  notApplicable: 'does not apply: no such power',
  unknown: 'not filled',
  set: (value, by, day) => `${value}, set by ${by} on ${day}`,
  basis: (reason) => `Reason: ${reason}`,
  invalid: 'A whole number, 0 or more; leave it blank if not known',
  recognised: (plain) => `read as ${plain}`,
  fillZero: 'Set the rest to 0',
  fillZeroHint: (count) =>
    `sets ${counted(count, 'cell that is blank and takes', 'cells that are blank and take')} nothing over to 0, once you save`,
  reason: 'Reason',
  reasonHint: 'For example "section 3 of the published report for 2025". It goes into the event log with every number.',
  reasonMissing: 'Please give the reason.',
  save: 'Save opening balances',
  nothing: 'Nothing has changed.',
  saved: (count) => `${counted(count, 'opening balance is', 'opening balances are')} saved.`,
  sumTitle: "The units' openings against last year's consolidated report",
  sumNoEdition: (year) =>
    `There is no consolidated edition of ${year} to compare the units' openings with. A published report can be imported.`,
  sumAgrees: (year, edition, cells) =>
    `The units' openings add up to the closings of the consolidated report of ${year} (edition ${edition}) in all ${cells} cells.`,
  sumDiffers: (cells, year, edition) =>
    `The units' openings differ from the consolidated report of ${year} (edition ${edition}) in ${counted(cells, 'cell')}`,
  sumHowToMend:
    'Check these openings unit by unit. A difference that is right needs a signed and countersigned exception before the consolidated report can be finalised.',
  sumUnknown: (units) => `The openings of ${counted(units, 'unit')} are not known, so some cells cannot be compared:`,
  sumCell: 'Cell',
  sumUnits: 'Sum of the units',
  sumEdition: (year) => `Consolidated ${year}`,
  sumDifference: 'Difference',
  noYear: 'There is no year yet. Create one first.',
  noUnit: 'There is no filing unit yet. Add one first.',
};
