/** How long contents that nothing names are kept, in days. */
export const KEPT_DAYS = 30;
