/** The page with what was handed in, for paper. */
export const receiptAddress = (update: string): string => `/receipts/${encodeURIComponent(update)}`;
