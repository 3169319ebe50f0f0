import { readFileSync } from 'node:fs';
import { frameworkFile, type FrameworkFile } from './framework-file.js';

const EXAMPLE = readFileSync('docs/examples/framework-two-groups.json', 'utf8');

/**
 * The example of two groups, edited.
 * @param changes by the place in the file, such as `criteria.1.points.maximum`; undefined leaves out.
 */
export function editedFramework(changes: Record<string, unknown> = {}): FrameworkFile {
  return frameworkFile.parse(edited(JSON.parse(EXAMPLE), changes, ''));
}

function edited(value: unknown, changes: Record<string, unknown>, path: string): unknown {
  if (path in changes) return changes[path];
  const inside = (name: string | number) => (path === '' ? `${name}` : `${path}.${name}`);
  if (Array.isArray(value))
    return value.map((each: unknown, index) => edited(each, changes, inside(index)));
  if (typeof value !== 'object' || value === null) return value;
  const added = Object.entries(changes).flatMap(([place, fresh]) => {
    const name = place.slice(place.lastIndexOf('.') + 1);
    return place === inside(name) ? [[name, fresh] as const] : [];
  });
  const kept = Object.entries(value).map(([name, each]: [string, unknown]) => [
    name,
    edited(each, changes, inside(name)),
  ]);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(added) };
}
