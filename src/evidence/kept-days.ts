/** How many days a content is kept after no evidence uses it. */
export const KEPT_DAYS = 30;
