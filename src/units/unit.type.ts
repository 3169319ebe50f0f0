import { Field, InputType, ID, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import type { SuccessionRow } from './succession.queries.js';
import type { UnitRow } from './unit.queries.js';
import { SuccessionExtent, UnitKind } from '../vocabulary/unit.enums.js';
import { enumeration, type NameOf } from '../shared/enumeration.js';

registerEnumType(UnitKind, {
  name: 'UnitKind',
  description: 'The tier of an administrative unit.',
  valuesConfig: {
    PROVINCE: {
      description:
        'Tỉnh, thành phố trực thuộc trung ương: the top tier. 63 units until 2025-06-30, 34 since then.',
    },
    DISTRICT: { description: 'Quận, huyện, thị xã: the middle tier, which ended on 2025-06-30.' },
    COMMUNE: {
      description:
        'Xã, phường, thị trấn: the lowest tier, under a district until 2025-06-30 and under a province since then.',
    },
  },
});

registerEnumType(SuccessionExtent, {
  name: 'SuccessionExtent',
  description: 'The extent to which a successor took over its predecessor.',
  valuesConfig: {
    WHOLE: {
      description:
        'All of the predecessor. Its figures can be restated on the borders of the successor.',
    },
    PART: {
      description:
        'A part of the predecessor. The counts do not show which part, so they cannot be restated.',
    },
  },
});

export const UnitOrder = enumeration('NAME', 'CODE', 'ID');
export type UnitOrder = NameOf<typeof UnitOrder>;

registerEnumType(UnitOrder, {
  name: 'AdministrativeUnitOrder',
  description:
    'The order of a list of units. Units that sort equally are listed in the order in which they were recorded.',
  valuesConfig: {
    NAME: { description: 'By name without diacritics, so that Đ sorts as D.' },
    CODE: { description: 'By code.' },
    ID: {
      description:
        'In the order in which they were recorded. No change of a name or code makes a cursor of this order outdated: it is the one for reading everything.',
    },
  },
});

@ObjectType('AdministrativeUnit', {
  implements: Node,
  description:
    'Đơn vị hành chính: a province, district or commune with its dates. Codes are reused: on another date, the same code can belong to another unit with another id.',
})
export class AdministrativeUnitType
  extends Node
  implements
    Pick<UnitRow, 'code' | 'kind' | 'name' | 'nameEn' | 'validFrom' | 'validTo' | 'legalDocument'>
{
  @Field(() => String, {
    description:
      'The official code with its leading zeros. It identifies a unit only together with a date.',
  })
  code!: string;

  @Field(() => UnitKind, { description: 'The tier of the unit.' })
  kind!: UnitKind;

  @Field(() => String, {
    description: 'The official Vietnamese name with the kind of unit, such as “Phường Nghĩa Đức”.',
  })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The English name; null when none is recorded.',
  })
  nameEn!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day of the unit; null means since before our records.',
  })
  validFrom!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day of the unit; null while it exists.',
  })
  validTo!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The legal document that created the unit; null when none is recorded.',
  })
  legalDocument!: string | null;
}

@ObjectType('UnitSuccession', {
  description: 'Kế thừa: a succession, in which one unit follows another.',
})
export class UnitSuccessionType implements Pick<
  SuccessionRow,
  'effectiveOn' | 'extent' | 'legalDocument'
> {
  @Field(() => GraphQLLocalDate, {
    description: 'The first day of the successor in the area that it took over.',
  })
  effectiveOn!: string;

  @Field(() => SuccessionExtent, {
    description: 'Whether the successor took over the whole predecessor.',
  })
  extent!: SuccessionExtent;

  @Field(() => String, {
    nullable: true,
    description: 'The legal document of the succession; null when none is recorded.',
  })
  legalDocument!: string | null;
}

export const AdministrativeUnitConnection = connectionType(
  () => AdministrativeUnitType,
  'AdministrativeUnit',
);

@InputType({
  description:
    'Conditions for a list of units. A condition that is left out does not limit the list.',
})
export class AdministrativeUnitFilter {
  @Field(() => UnitKind, { nullable: true, description: 'Only this tier.' })
  kind?: UnitKind | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Only units that existed on this date; left out means today.',
  })
  on?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only units directly under the unit with this id.',
  })
  parent?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only units under the unit with this id, at any tier: with `kind: COMMUNE` the communes of a province, also where districts are between them.',
  })
  under?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only the units with these ids. An id of something else finds nothing.',
  })
  ids?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only units whose name contains this text or whose code it is, and units that took over such a unit whole: so a former name or code finds the unit of the date. A name that was corrected finds nothing. Diacritics and case are ignored in names: “dak nong” finds Đắk Nông, and since July 2025 Lâm Đồng.',
  })
  search?: string | null;
}
