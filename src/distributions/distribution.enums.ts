import { enumeration, type NameOf } from '../shared/enumeration.js';

/** What may be withheld of a figure, in the order in which it is decided: each part needs those before it. */
export const FigurePart = enumeration('ANSWERS', 'OPTIONS', 'POINTS', 'QUARTILES', 'EXTREMES');
export type FigurePart = NameOf<typeof FigurePart>;

export const FigureWithheldReason = enumeration('FEW_INSTITUTIONS', 'INSPECTORS_ONLY');
export type FigureWithheldReason = NameOf<typeof FigureWithheldReason>;
