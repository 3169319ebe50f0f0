/** Today in the province, wherever the reader is. */
export const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

/** The moment at which a day of the province begins. */
export const beginOf = (day: string): string | null => (day ? `${day}T00:00:00+07:00` : null);

/** The moment at which a day of the province is over, but for a second. */
export const endOf = (day: string): string | null => (day ? `${day}T23:59:59+07:00` : null);
