import { GraphQLJSON, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { severalObjects } from '../graphql/answer-size.js';
import type { Boundaries } from './boundaries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';

/** As many parts as the most divided province has, roundly. */
const MOST_PARTS = 200;

@ObjectType('BoundarySource', { description: 'Where shapes of units come from.' })
class BoundarySourceType {
  @Field(() => String, {
    description: 'Who published them, as the operator named it. Show it beside every map.',
  })
  source!: string;

  @Field(() => String, { description: 'The licence under which they were published.' })
  licence!: string;

  @Field(() => GraphQLLocalDate, { description: 'The first day on which they hold.' })
  validFrom!: string;
}

@ObjectType('UnitBoundaries', {
  description:
    'The shapes of the parts of a unit for a map on a screen. They are simplified, so that nothing is to be measured on them.',
})
export class UnitBoundariesType implements Omit<Boundaries, 'withoutShape'> {
  @Field(() => GraphQLLocalDate, {
    description: 'The date whose units and shapes these are: with CURRENT_UNITS today.',
  })
  on!: string;

  @Field(() => GraphQLJSON, {
    description:
      'A GeoJSON `FeatureCollection` in degrees (WGS 84) with a MultiPolygon for each part that has a shape; its `id` is that of the unit, its `properties` are `code` and `name`. Shapes of neighbours have the same positions where they touch.',
  })
  features!: Boundaries['features'];

  @Field(() => [BoundarySourceType], {
    description:
      'Where the shapes come from; several where they were imported from several, the newest first.',
  })
  sources!: BoundarySourceType[];

  @Field(() => Int, { description: 'How many parts there are, with and without a shape.' })
  unitCount!: number;

  @Field(() => [AdministrativeUnitType], {
    complexity: ({ childComplexity }: { childComplexity: number }) =>
      severalObjects(MOST_PARTS, childComplexity),
    description: 'The parts without a shape on the date, by name.',
  })
  withoutShape!: AdministrativeUnitType[];
}
