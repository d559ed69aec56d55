/** What the form says beside a printed title for the quarter (`OfTheQuarter`): copied along, it is no part of the title. */
const quarterWords = /(?:本季(?:为上季结转|为结转下季)?|thisquarter|herefromlastquarter|heretonextquarter)$/;

/** A title without its widths, spaces and marks, in which Word, Excel and web pages differ; the words are the same. */
export function plainTitle(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .replace(quarterWords, '');
}
