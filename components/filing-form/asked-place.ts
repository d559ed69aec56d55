/** What the address of a form calls the section it asks for. */
export const askedSection = 'section';
/** Asked for as a cell: where one was, else the first that is still to be filled in. */
export const nextPlace = 'next';
