declare module 'virtual:document-hashes' {
  /** The SHA-256 of each document that is there so far, by the name of its operation. */
  export const hashes: Readonly<Record<string, string>>;
}
