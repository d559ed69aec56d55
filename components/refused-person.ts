/** Told to the window when an answer says that the person of the page is not who is signed in, or nobody is. */
export const refusedPerson = 'nianbao:refused-person';
