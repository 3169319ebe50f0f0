import { Field, InputType, ID, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import type { SuccessionRow, UnitRow } from './unit.queries.js';
import { SuccessionExtent, UnitKind } from '../vocabulary/unit.enums.js';
import { enumeration, type NameOf } from '../shared/enumeration.js';

registerEnumType(UnitKind, {
  name: 'UnitKind',
  description: 'The tier of an administrative unit.',
  valuesConfig: {
    PROVINCE: {
      description:
        'Tỉnh, thành phố trực thuộc trung ương: the top tier; 63 until 2025-06-30, 34 since.',
    },
    DISTRICT: { description: 'Quận, huyện, thị xã: the middle tier, which ended on 2025-06-30.' },
    COMMUNE: {
      description:
        'Xã, phường, thị trấn: the lowest tier, under a district until 2025-06-30 and under a province since.',
    },
  },
});

registerEnumType(SuccessionExtent, {
  name: 'SuccessionExtent',
  description: 'How much of the predecessor a successor took over.',
  valuesConfig: {
    WHOLE: { description: 'All of it: its figures can be restated on the successor’s borders.' },
    PART: {
      description:
        'A part of it: nobody can tell from the counts which part, so they cannot be restated.',
    },
  },
});

export const UnitOrder = enumeration('NAME', 'CODE');
export type UnitOrder = NameOf<typeof UnitOrder>;

registerEnumType(UnitOrder, {
  name: 'AdministrativeUnitOrder',
  description:
    'The order of a list of units; units that are equal in it come in the order they were recorded.',
  valuesConfig: {
    NAME: { description: 'By name without marks, so Đ sorts with D.' },
    CODE: { description: 'By code.' },
  },
});

@ObjectType('AdministrativeUnit', {
  implements: Node,
  description:
    'Đơn vị hành chính: a province, district or commune in one span of its life. Codes are re-used: the same code on another date can be another unit, with another id.',
})
export class AdministrativeUnitType
  extends Node
  implements
    Pick<UnitRow, 'code' | 'kind' | 'name' | 'nameEn' | 'validFrom' | 'validTo' | 'legalDocument'>
{
  @Field(() => String, {
    description: 'The official code, leading zeros kept. Only with a date does it identify a unit.',
  })
  code!: string;

  @Field(() => UnitKind, { description: 'Its tier.' })
  kind!: UnitKind;

  @Field(() => String, {
    description: 'The official Vietnamese name with its kind, such as “Phường Nghĩa Đức”.',
  })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The English name; null when none is recorded.',
  })
  nameEn!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day; null means since before our records.',
  })
  validFrom!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day; null while it exists.',
  })
  validTo!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The document that created it; null when none is recorded.',
  })
  legalDocument!: string | null;
}

@ObjectType('UnitSuccession', { description: 'Kế thừa: one unit followed another.' })
export class UnitSuccessionType implements Pick<
  SuccessionRow,
  'effectiveOn' | 'extent' | 'legalDocument'
> {
  @Field(() => GraphQLLocalDate, { description: 'The successor’s first day over what it took.' })
  effectiveOn!: string;

  @Field(() => SuccessionExtent, {
    description: 'Whether the successor took the predecessor whole.',
  })
  extent!: SuccessionExtent;

  @Field(() => String, {
    nullable: true,
    description: 'The deciding document; null when none is recorded.',
  })
  legalDocument!: string | null;
}

export const AdministrativeUnitConnection = connectionType(
  () => AdministrativeUnitType,
  'AdministrativeUnit',
);

@InputType({ description: 'Which units to list; conditions left out do not limit.' })
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

  @Field(() => String, {
    nullable: true,
    description:
      'Only units whose name contains this; marks and case do not matter, so “dak nong” finds Đắk Nông.',
  })
  search?: string | null;
}
