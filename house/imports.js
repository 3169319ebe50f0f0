import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { houseOf, roomOf, roomsOf, wrongWith } from './rooms.js';

const PROJECT = resolve(import.meta.dirname, '..');

/** The files of code of a house, by their paths in the project. */
export function filesOf(house) {
  return readdirSync(join(PROJECT, house.root), { recursive: true })
    .map((name) => `${house.root}/${name.split(sep).join('/')}`)
    .filter((name) => /\.tsx?$/.test(name))
    .sort();
}

/** The text of a file of the project. */
export function textOf(file) {
  return readFileSync(join(PROJECT, file), 'utf8');
}

/** The files of the project that a file imports, types included. */
export function importsOf(file) {
  const { importedFiles } = ts.preProcessFile(textOf(file), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => importedFrom(file, fileName));
}

/** The file that a relative import names; NodeNext names the `.js` that a `.ts` becomes. */
export function importedFrom(file, specifier) {
  const path = join(PROJECT, dirname(file), specifier);
  const stem = path.replace(/\.js$/, '');
  const found = [`${stem}.ts`, `${stem}.tsx`, path].find(
    (each) => existsSync(each) && statSync(each).isFile(),
  );
  return relative(PROJECT, found ?? path)
    .split(sep)
    .join('/');
}

/** What is wrong with the imports of a house, one sentence each. */
export function upwardImports(house) {
  return filesOf(house).flatMap((file) =>
    importsOf(file).flatMap((target) => {
      const problem = wrongWith(file, target);
      return problem ? [`${file} imports ${target}: ${problem}`] : [];
    }),
  );
}

/** The circles that imports make between folders, but for those that are excepted; each as its folders. */
export function circlesOfFolders(house) {
  const arrows = filesOf(house).flatMap((from) =>
    importsOf(from)
      .filter((to) => houseOf(to) === house && !isExcepted(house, from, to))
      .map((to) => [folderOf(house, from), folderOf(house, to)]),
  );
  return circles(arrows.filter(([from, to]) => from !== to));
}

/** The circles that imports make between files, types included; each as its files. */
export function circlesOfFiles(house) {
  return circles(filesOf(house).flatMap((from) => importsOf(from).map((to) => [from, to])));
}

function isExcepted(house, from, to) {
  return house.exceptions.some((each) => each.from === from && each.to === to);
}

/** The folder of a room; a room that is one file is a part of its folder, or stands for itself at the root. */
function folderOf(house, file) {
  const room = roomOf(file);
  const folder = room?.includes('/') && /\.tsx?$/.test(room) ? dirname(room) : room;
  return folder && roomsOf(house).includes(folder) ? folder : (room ?? file);
}

/** The strongly connected components of more than one node (Tarjan). */
function circles(arrows) {
  const targets = new Map();
  for (const [from, to] of arrows) targets.set(from, [...(targets.get(from) ?? []), to]);
  const order = new Map();
  const lowest = new Map();
  const open = [];
  const found = [];
  function visit(node) {
    order.set(node, order.size);
    lowest.set(node, order.get(node));
    open.push(node);
    for (const target of targets.get(node) ?? []) {
      if (!order.has(target)) visit(target);
      if (open.includes(target)) lowest.set(node, Math.min(lowest.get(node), lowest.get(target)));
    }
    if (lowest.get(node) < order.get(node)) return;
    const circle = open.splice(open.indexOf(node));
    if (circle.length > 1) found.push(circle.sort());
  }
  for (const node of targets.keys()) if (!order.has(node)) visit(node);
  return found;
}
