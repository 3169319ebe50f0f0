import { defineEntity, p } from '@mikro-orm/core';

/** What is counted of whom: a row for each segment and indicator that the roll-up has had. */
export const SegmentSeries = defineEntity({
  name: 'SegmentSeries',
  tableName: 'segment_series',
  uniques: [{ properties: ['segment', 'subject'] }],
  properties: {
    id: p.integer().primary(),
    // As `ITS_SEGMENT` writes it.
    segment: p.text(),
    // The code of an indicator.
    subject: p.text(),
  },
});

/**
 * The roll-up by what institutions are: the change of each count of a unit on a date, told apart by
 * kind, ownership, special status and levels. It holds only the units in which institutions
 * themselves are, not those above, so that a change writes few rows; a breakdown of a province adds
 * up its communes.
 */
export const SegmentCount = defineEntity({
  name: 'SegmentCount',
  tableName: 'segment_count',
  properties: {
    // No foreign key: an approval changes dozens of rows, and each would be checked. `progress_count` has one.
    unitId: p.integer().primary(),
    // A number, because a breakdown reads tens of thousands of rows.
    seriesId: p.integer().primary(),
    effectiveOn: p.date().primary(),
    // The round of the update that counts; 0 without an update.
    roundId: p.integer().primary(),
    institutions: p.integer(),
    illustrative: p.integer(),
    completed: p.integer(),
    reported: p.integer(),
    inReview: p.integer(),
    notApplicable: p.integer(),
  },
});
