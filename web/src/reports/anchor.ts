/** Where a question stands on the page, by its code. */
export const anchorOf = (question: string): string => `criterion-${question}`;
