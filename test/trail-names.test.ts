import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { ImportKind } from '../src/vocabulary/imported-row.js';
import { rootFields } from './support/everything.js';

/** Who signs in and out is not in the trail. */
const UNRECORDED = [
  'issuerLinkStart',
  'issuerSignInStart',
  'secondFactorStart',
  'sessionEnd',
  'sessionEndAll',
  'sessionRefresh',
  'sessionStart',
];

/** Every node of a file in which a text stands. */
function nodesOf(file: string, text: RegExp): ts.Node[] {
  const source = readFileSync(file, 'utf8');
  if (!text.test(source)) return [];
  const found: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
}

/** What the code gives as names to what writes the trail, or to pass on to that. */
function namesInCode() {
  const nodes = ['src', 'seeds'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      // A column of the file of the trail is called so, too.
      .filter((file) => !file.startsWith('exports/'))
      .flatMap((file) =>
        nodesOf(`${folder}/${file}`, /trailOf|recordCommand|action:|subjectType:/),
      ),
  );
  const literals = (of: readonly ts.Expression[]) =>
    of.filter(ts.isStringLiteral).map(({ text }) => text);
  const written = nodes
    .filter(ts.isCallExpression)
    .filter(({ expression }) => /^(trailOf|recordCommand)$/.test(expression.getText()))
    .flatMap((call) => call.arguments.slice(1, 2));
  const valuesOf = (property: string) =>
    nodes
      .filter(ts.isPropertyAssignment)
      .filter(({ name }) => name.getText() === property)
      .map(({ initializer }) => initializer);
  return {
    actions: literals([...written, ...valuesOf('action')]),
    passedOn: written.filter((each) => !ts.isStringLiteral(each)).map((each) => each.getText()),
    subjects: literals(valuesOf('subjectType')),
  };
}

/** For which names one of the console's lists has words. */
function namesInConsole(list: 'ACTIONS' | 'SUBJECTS'): string[] {
  const found = nodesOf('web/src/components/trail-names.words.ts', /ACTIONS/)
    .filter(ts.isVariableDeclaration)
    .find(({ name }) => name.getText() === list)?.initializer;
  if (!found || !ts.isAsExpression(found) || !ts.isObjectLiteralExpression(found.expression))
    throw new Error(`The console has no list ${list}.`);
  return found.expression.properties
    .map(({ name }) =>
      name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : '',
    )
    .sort();
}

const sorted = (names: readonly string[]) => [...new Set(names)].sort();

test('the console has words for each action that the trail can record, and for no other', () => {
  const { actions, passedOn } = namesInCode();
  expect(new Set(passedOn)).toEqual(new Set(['action', 'by.action']));
  const imports = Object.values(ImportKind).map(
    (kind) => `import ${kind.toLowerCase().replaceAll('_', '-')}`,
  );
  const mutations = rootFields('Mutation').filter((name) => !UNRECORDED.includes(name));
  expect(namesInConsole('ACTIONS')).toEqual(sorted([...actions, ...imports, ...mutations]));
});

test('the console has words for each kind of thing that the trail is about, and for no other', () => {
  expect(namesInConsole('SUBJECTS')).toEqual(sorted(namesInCode().subjects));
});
