/** The name of the office's page of signing steps; its words are those of signing. */
export const signing = { title: '签发步骤' };
