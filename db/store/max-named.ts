/** As many ids are named in a query. Of more, what is there is read through and the others are left out: a row costs less than a name. */
export const maxNamed = 100;
