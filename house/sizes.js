import ts from 'typescript';
import { textOf } from './imports.js';

/** How a comment begins that says why a function is longer than others may be. */
const REASON = /\bLong because \S/;

/** How many lines a file has. */
export function linesOf(file) {
  return textOf(file).trimEnd().split('\n').length;
}

/** The functions of a file that have more lines, without a comment `Long because …` above them. */
export function longFunctions(file, most) {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  const found = [];
  function visit(node) {
    if (ts.isFunctionLike(node) && node.body) {
      const lines = lineOf(source, node.end) - lineOf(source, node.getStart(source)) + 1;
      if (lines > most && !hasReason(source, node))
        found.push({ file, line: lineOf(source, node.getStart(source)), lines });
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return found;
}

/** The places where a file asserts a type that TypeScript does not see: `x!`, and `x as T`; `as const` asserts nothing. */
export function assertionsIn(file) {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  const found = { notNull: [], casts: [] };
  function visit(node) {
    const place = `${file}:${lineOf(source, node.getStart(source))}`;
    if (ts.isNonNullExpression(node)) found.notNull.push(place);
    if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) found.casts.push(place);
    ts.forEachChild(node, visit);
  }
  visit(source);
  return found;
}

/** A reason stands above the function, or above the statement or member that it is a part of. */
function hasReason(source, node) {
  for (let each = node; each && !ts.isSourceFile(each); each = each.parent) {
    const comments = source.text.slice(each.pos, each.getStart(source));
    if (REASON.test(comments)) return true;
    if (ts.isStatement(each) || ts.isClassElement(each)) return false;
  }
  return false;
}

function lineOf(source, position) {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}
