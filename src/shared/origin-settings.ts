import { z } from 'zod';

/** An origin as browsers send it: without a path, in lower case, without the default port. */
const isOrigin = (text: string) =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** One in a policy for browsers, where nothing in it may be read as another part of the policy. */
const isPlainOrigin = (text: string) => isOrigin(text) && /^https?:\/\/[\w.[\]:-]+$/.test(text);

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''));

/** Whose pages may read the answers: origins, or `*` alone for all. */
export const corsOrigins = list
  .refine((origins) => origins.every((origin) => origin === '*' || isOrigin(origin)), {
    error: 'must be * or origins such as https://dashboard.example, separated by commas',
  })
  .refine((origins) => !origins.includes('*') || origins.length === 1, {
    error: 'must be either * or a list, not both',
  });

/** Whose pages may show a page of the hub in a frame. */
export const embedOrigins = list.refine((origins) => origins.every(isPlainOrigin), {
  error: 'must be origins such as https://portal.example, separated by commas',
});
