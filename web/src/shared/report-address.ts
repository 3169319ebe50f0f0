/** The report of an institution in a round. */
export const reportAddress = (institution: string, round: string): string =>
  `/reports/${encodeURIComponent(institution)}/${encodeURIComponent(round)}`;
