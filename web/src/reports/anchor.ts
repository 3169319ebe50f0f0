/** Where a question stands on the page. */
export const anchorOf = (code: string): string => `criterion-${code}`;
