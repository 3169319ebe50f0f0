import { csvFields } from '../shared/csv-line.js';
import { firstOf } from '../shared/required.js';
import type { Text } from '../shared/text.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import { QUANTITY_MEANINGS } from './quantity-meanings.js';
import { RECORD_KINDS } from './record-kinds.js';
import { Audience, Quantity, RecordKind, Tier } from './workforce.enums.js';

export interface RecordColumn {
  name: string;
  required: boolean;
  meaning: Text;
  /** All possible values; empty when they cannot be listed. */
  values: readonly string[];
}

/** In the order of the kinds; each quantity has a column. */
export const QUANTITIES = Object.values(Quantity);

const NOTHING_LISTED: readonly string[] = [];

function column(
  name: string,
  vi: string,
  en: string,
  { required = false, values = NOTHING_LISTED } = {},
): RecordColumn {
  return { name, required, meaning: { vi, en }, values };
}

const REQUIRED = { required: true };
const oneOf = (names: object) => ({ values: Object.keys(names) });

/** The required columns come first. */
export const RECORD_COLUMNS: readonly RecordColumn[] = [
  column('unit_kind', 'loại đơn vị hành chính', 'the kind of the administrative unit', {
    ...REQUIRED,
    ...oneOf(UnitKind),
  }),
  column(
    'unit_code',
    'mã của đơn vị có vào ngày valid_from',
    'the code that the unit has on valid_from',
    REQUIRED,
  ),
  column('kind', 'loại số liệu được đếm', 'the kind of record', {
    ...REQUIRED,
    ...oneOf(RecordKind),
  }),
  column(
    'valid_from',
    'ngày đếm, hoặc ngày đầu của thời gian được đếm, ghi 2025-06-30 hoặc 30/06/2025; cùng với đơn vị, kind, tier, audience, agency và topic, trung tâm nhận ra bản ghi đã có',
    'the day of the count, or the first day of the period that it covers, written 2025-06-30 or 30/06/2025; together with unit, kind, tier, audience, agency and topic it identifies the record',
    REQUIRED,
  ),
  column('source', 'văn bản ghi số liệu này', 'the document that contains the count', REQUIRED),
  column(
    'valid_to',
    'ngày cuối mà số liệu còn dùng được; để trống: đến lần đếm sau',
    'the last day on which the count is valid; empty means until the next count',
  ),
  column(
    'tier',
    'bắt buộc với COMMUNITY_TEAMS; với IT_OFFICERS, để trống là gộp tất cả',
    'required for COMMUNITY_TEAMS; for IT_OFFICERS, empty means all tiers together',
    oneOf(Tier),
  ),
  column(
    'audience',
    'bắt buộc với TRAINING_CLASSES và TRAINED_PEOPLE',
    'required for TRAINING_CLASSES and TRAINED_PEOPLE',
    oneOf(Audience),
  ),
  column(
    'agency',
    'bắt buộc với MANDATES; với IT_OFFICERS, để trống là gộp tất cả',
    'required for MANDATES; for IT_OFFICERS, empty means all agencies together',
  ),
  column(
    'topic',
    'dùng cho TRAINING_CLASSES; để trống là gộp tất cả',
    'for TRAINING_CLASSES; empty means all topics together',
  ),
  column(
    'source_status',
    'độ chắc chắn; để trống là CONFIRMED',
    'how certain it is that the document says this; empty means CONFIRMED',
    oneOf(SourceStatus),
  ),
  column(
    'note',
    'ghi chú cho người lập kế hoạch của đơn vị',
    'a note for the planners of the unit',
  ),
  column(
    'not_counted',
    'ghi yes khi văn bản nói là chưa ai đếm; khi đó mọi số đều để trống',
    'yes if the document says that there was no count; all numbers are then empty',
    { values: ['yes'] },
  ),
  ...QUANTITIES.map((quantity) => {
    const { vi, en } = QUANTITY_MEANINGS[quantity];
    const kind = kindOf(quantity);
    return column(
      columnOfQuantity(quantity),
      `với ${kind}: ${vi} Để trống: chưa đếm, khác với 0`,
      `for ${kind}: ${en} Empty means not counted, which is not the same as 0`,
    );
  }),
];

export function columnOfQuantity(quantity: Quantity): string {
  return quantity.toLowerCase();
}

function kindOf(quantity: Quantity): string {
  const [kind] = firstOf(
    Object.entries(RECORD_KINDS).filter(([, { quantities }]) => quantities.includes(quantity)),
  );
  return kind;
}

export const WORKFORCE_COLUMN_HELP: Record<string, string> = Object.fromEntries(
  RECORD_COLUMNS.map(({ name, meaning, values }) => [
    name,
    values.length > 0 ? `${meaning.en}: ${values.join(', ')}` : meaning.en,
  ]),
);

const EXAMPLE: Record<string, string> = {
  unit_kind: 'PROVINCE',
  unit_code: '67',
  kind: 'COMMUNITY_TEAMS',
  valid_from: '2022-08-31',
  source: 'Báo cáo 123/BC-UBND',
  tier: 'HAMLET',
  team_units: '713',
  units_with_team: '713',
  team_members: '3368',
};

export function workforceTemplate(): string {
  const names = RECORD_COLUMNS.map(({ name }) => name);
  return `${csvFields(names)}\n${csvFields(names.map((name) => EXAMPLE[name] ?? ''))}\n`;
}
