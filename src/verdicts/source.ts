import type { PublicationState } from '../database/publish.js';
import type { ProgressReportRow } from '../progress/report.js';
import { sayer, writtenMoment } from '../shared/said.js';
import type { Language } from '../shared/text.js';

const WORDS = {
  source: [
    'Nguồn: {{publisher}}. Dữ liệu lần {{revision}}, công bố {{moment}}.{{licence}}',
    'Source: {{publisher}}. Revision {{revision}} of the data, published {{moment}}.{{licence}}',
  ],
  licence: [' Giấy phép: {{licence}}.', ' Licence: {{licence}}.'],
  hub: ['trung tâm dữ liệu edu-dx-hub', 'the data hub edu-dx-hub'],
} as const;

/** Where figures come from. */
export interface Source {
  state: PublicationState;
  /** Null when the operator has not said. */
  publisher: string | null;
  licence: string | null;
}

/** Where figures come from, in a sentence: what leaves the house has to say it. */
export function sourceText({ state, publisher, licence }: Source, language: Language): string {
  const say = sayer(WORDS, language);
  return say('source', {
    publisher: publisher ?? say('hub'),
    revision: state.revision,
    moment: writtenMoment(state.publishedAt, language),
    licence: licence === null ? '' : say('licence', { licence }),
  });
}

/** Whether a report counts what is made up for demonstration, or measures it by such targets. */
export const isIllustrative = ({ warnings }: ProgressReportRow): boolean =>
  warnings.some(({ code }) => code === 'ILLUSTRATIVE_DATA' || code === 'ILLUSTRATIVE_TARGET');
