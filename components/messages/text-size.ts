/** The size of type chosen on this computer. Absent: the ordinary one. */
export const textSizeCookie = 'nianbao-text-size';
export const largeText = 'large';
