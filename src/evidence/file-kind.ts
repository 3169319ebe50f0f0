/** The accepted types of content, with the endings that the name of such a file may have. */
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

export type FileKind = (typeof KINDS)[number];

export const ENDINGS = KINDS.flatMap(({ endings }) => endings).join(', ');

/** The type for the ending of a name; undefined for any other name. */
export function kindOfName(name: string): FileKind | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  return KINDS.find(({ endings }) => endings.some((each) => each === ending));
}

/** The type for a media type; undefined for one that is not accepted. */
export function kindOfMediaType(mediaType: string | undefined): FileKind | undefined {
  return KINDS.find((kind) => kind.mediaType === mediaType);
}
