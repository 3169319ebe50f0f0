/** The text of a mutation of the client, with its one field called `payload`. */
export function payloadOf(document: { toString(): string }): string {
  return document.toString().replace(/^(\s*)(\w+\(input: \$input\))/m, '$1payload: $2');
}
