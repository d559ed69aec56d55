/**
 * The request header in which a page says for whom it was opened: the id of the person whose name stands on it. Written by the browser's
 * one link to the procedures, read where a change comes in.
 */
export const personHeader = 'x-nianbao-person';
