import type { Change, TypeOfChangeType } from '@graphql-inspector/core';

const isNew = () => 'is new';
const isRemoved = () => 'is removed';
const isDescribedAnew = () => 'is described anew';
const isNow = (now: string, before: string) => `is \`${now}\` now, and was \`${before}\``;

function hasDefaultNow(now: string | undefined, before: string | undefined): string {
  return `has ${now === undefined ? 'no default' : `the default \`${now}\``} now, and had ${before === undefined ? 'none' : `\`${before}\``}`;
}

/**
 * The words for a change, by its kind. Kinds that are missing have not occurred in this graph so
 * far.
 */
export const CHANGE_WORDS: {
  [Kind in TypeOfChangeType]?: (meta: Change<Kind>['meta']) => string;
} = {
  TYPE_ADDED: isNew,
  TYPE_REMOVED: isRemoved,
  TYPE_KIND_CHANGED: (meta) => isNow(meta.newTypeKind, meta.oldTypeKind),
  TYPE_DESCRIPTION_ADDED: isDescribedAnew,
  TYPE_DESCRIPTION_CHANGED: isDescribedAnew,
  TYPE_DESCRIPTION_REMOVED: isDescribedAnew,
  FIELD_ADDED: (meta) => `is new: \`${meta.addedFieldReturnType}\``,
  FIELD_REMOVED: isRemoved,
  FIELD_TYPE_CHANGED: (meta) => isNow(meta.newFieldType, meta.oldFieldType),
  FIELD_DESCRIPTION_ADDED: isDescribedAnew,
  FIELD_DESCRIPTION_CHANGED: isDescribedAnew,
  FIELD_DESCRIPTION_REMOVED: isDescribedAnew,
  FIELD_ARGUMENT_ADDED: (meta) =>
    `is new: \`${meta.addedArgumentType}\`${meta.hasDefaultValue ? ' with a default' : ''}`,
  FIELD_ARGUMENT_REMOVED: isRemoved,
  FIELD_ARGUMENT_TYPE_CHANGED: (meta) => isNow(meta.newArgumentType, meta.oldArgumentType),
  FIELD_ARGUMENT_DEFAULT_CHANGED: (meta) =>
    hasDefaultNow(meta.newDefaultValue, meta.oldDefaultValue),
  FIELD_ARGUMENT_DESCRIPTION_CHANGED: isDescribedAnew,
  INPUT_FIELD_ADDED: (meta) =>
    `is new: \`${meta.addedInputFieldType}\`${meta.addedFieldDefault === undefined ? '' : ' with a default'}`,
  INPUT_FIELD_REMOVED: isRemoved,
  INPUT_FIELD_TYPE_CHANGED: (meta) => isNow(meta.newInputFieldType, meta.oldInputFieldType),
  INPUT_FIELD_DEFAULT_VALUE_CHANGED: (meta) =>
    hasDefaultNow(meta.newDefaultValue, meta.oldDefaultValue),
  INPUT_FIELD_DESCRIPTION_ADDED: isDescribedAnew,
  INPUT_FIELD_DESCRIPTION_CHANGED: isDescribedAnew,
  INPUT_FIELD_DESCRIPTION_REMOVED: isDescribedAnew,
  ENUM_VALUE_ADDED: isNew,
  ENUM_VALUE_REMOVED: isRemoved,
  ENUM_VALUE_DESCRIPTION_CHANGED: isDescribedAnew,
  OBJECT_TYPE_INTERFACE_ADDED: (meta) => `implements \`${meta.addedInterfaceName}\` now`,
  OBJECT_TYPE_INTERFACE_REMOVED: (meta) =>
    `does not implement \`${meta.removedInterfaceName}\` any more`,
  UNION_MEMBER_ADDED: (meta) => `may be \`${meta.addedUnionMemberTypeName}\` now`,
  UNION_MEMBER_REMOVED: (meta) => `is never \`${meta.removedUnionMemberTypeName}\` any more`,
};
