import type { Text } from '../../shared/text.js';
import { lettersOf } from '../../shared/workbook/sheet.js';
import type { FileProblem } from '../framework-file.js';

/** A place in a workbook, as its program shows it; a column is left out where the whole row is meant. */
export interface Place {
  sheet: string;
  row?: number;
  column?: number;
}

/**
 * What is wrong with a workbook, and where the values of the file stand in it, so that what is wrong with the file can
 * be told by sheet, row and column.
 */
export class Findings {
  private readonly found: { path: string; place: Place; text: Text }[] = [];
  private readonly places = new Map<string, Place>();
  /** Places of the file of whose values it is already told what is wrong. */
  private readonly told = new Set<string>();
  /** Whether values were left out, so that the file is not whole. */
  isPartial = false;

  /** Where the value of a path stands, whether it is there or not; what is around it begins with its first value. */
  placed(path: string, place: Place): void {
    const [own, ...around] = pathsAround(path);
    this.places.set(own ?? path, place);
    for (const each of around) if (!this.places.has(each)) this.places.set(each, place);
  }

  tell(place: Place, text: Text): void {
    this.found.push({ path: '', place, text });
  }

  /** Tells what is wrong with a value that is left out therefore. */
  tellOf(path: string, text: Text, place: Place = this.placeOf(path)): void {
    this.found.push({ path, place, text });
    this.hush(path);
  }

  /** Tells what keeps a part of the workbook from being read. */
  tellCut(place: Place, text: Text): void {
    this.tell(place, text);
    this.isPartial = true;
  }

  /** That of this value nothing more is to be told: the cause is told elsewhere. */
  hush(path: string): void {
    this.told.add(path);
    this.isPartial = true;
  }

  /** All problems from the first sheet to the last, with those of the file that are not told yet. */
  all(ofFile: readonly FileProblem[], sheets: readonly string[]): FileProblem[] {
    const others = ofFile
      .filter(({ path }) => !this.isTold(path))
      .map(({ path, text }) => ({ path, place: this.placeOf(path), text }));
    const order = ({ place }: { place: Place }) => sheets.indexOf(place.sheet);
    return [...this.found, ...others]
      .sort(
        (a, b) =>
          order(a) - order(b) ||
          (a.place.row ?? 0) - (b.place.row ?? 0) ||
          (a.place.column ?? 0) - (b.place.column ?? 0),
      )
      .map(({ path, place: { sheet, row, column }, text }) => ({
        path,
        text,
        sheet,
        ...(row === undefined ? {} : { row }),
        ...(column === undefined ? {} : { column: lettersOf(column) }),
      }));
  }

  private isTold(path: string): boolean {
    return pathsAround(path).some((around) => this.told.has(around));
  }

  /** The cell of a value, or of the nearest value around it. */
  private placeOf(path: string): Place {
    const around = pathsAround(path).find((each) => this.places.has(each));
    return (around === undefined ? undefined : this.places.get(around)) ?? { sheet: '' };
  }
}

/** A path and all that it stands in, from the inside out: a.0.b, a.0, a. */
function pathsAround(path: string): string[] {
  const parts = path.split('.');
  return parts.map((_part, index) => parts.slice(0, parts.length - index).join('.'));
}
