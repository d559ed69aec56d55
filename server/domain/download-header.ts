/** The request header with the number that a page gives a file it fetches, and by which it asks where it is. A link without scripts has none. */
export const downloadHeader = 'x-nianbao-download';
