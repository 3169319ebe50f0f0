export const PUBLISHED_INDEX_COLUMNS = {
  required: ['unit_kind', 'unit_code', 'year', 'index_code'],
  optional: ['value', 'source', 'source_status', 'rank', 'of_how_many', 'note_vi', 'note_en'],
  prose: ['source', 'note_vi', 'note_en'],
} as const;
