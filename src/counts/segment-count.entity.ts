import { defineEntity, p } from '@mikro-orm/core';

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
    // As `ITS_SEGMENT` writes it.
    segment: p.text().primary(),
    // The code of an indicator.
    subject: p.text().primary(),
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
