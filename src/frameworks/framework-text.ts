import type { LocalDate } from '../shared/dates.js';
import { frameworkFile, type FrameworkFile } from './framework-file.js';

/** A framework as the JSON of its file, the same to the byte however its parts were ordered or stored. */
export function frameworkText(file: FrameworkFile): string {
  return textOf(frameworkFile.parse(file));
}

/** Whether two files say the same of a framework; what is null is as much as left out. */
export function sayTheSame(one: FrameworkFile, other: FrameworkFile): boolean {
  return said(one) === said(other);
}

function said(file: FrameworkFile): string {
  const parts = Object.entries(frameworkFile.parse(file)).filter(([, value]) => value !== null);
  return textOf(Object.fromEntries(parts));
}

function textOf(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The file of a published framework, with the last day that it has by now. */
export function fileOf(framework: {
  definition: FrameworkFile;
  validTo: LocalDate | null;
}): FrameworkFile {
  const { definition, validTo } = framework;
  return (definition.validTo ?? null) === validTo ? definition : { ...definition, validTo };
}
