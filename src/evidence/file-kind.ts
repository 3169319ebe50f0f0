/** What files may be, by their content; the endings are those that a name of such a file may have. */
const KINDS = [
  { mediaType: 'application/pdf', endings: ['pdf'] },
  { mediaType: 'image/png', endings: ['png'] },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
  },
  { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
] as const;

/** A kind of file that evidence may be. */
export type FileKind = (typeof KINDS)[number];

/** The endings that a name may have, for people. */
export const ENDINGS = KINDS.flatMap(({ endings }) => endings).join(', ');

/** The kind that a name promises by its ending; undefined for any other. */
export function kindOfName(name: string): FileKind | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  return KINDS.find(({ endings }) => endings.some((each) => each === ending));
}

/** The kind of a media type; undefined for one that is not taken. */
export function kindOfMediaType(mediaType: string | undefined): FileKind | undefined {
  return KINDS.find((kind) => kind.mediaType === mediaType);
}
