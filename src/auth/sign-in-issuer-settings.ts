import { z } from 'zod';
import { UnitKind } from '../vocabulary/unit.enums.js';

/** Plain HTTP would let anybody on the way say who somebody is; on the machine itself there is no way. */
const isSafe = (text: string) =>
  /^https:\/\//.test(text) || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(text);

const text = z.string().trim().min(1, 'must not be empty');

const newcomer = z
  .strictObject({
    emailDomain: text
      .regex(
        /^[a-z\d-]+(\.[a-z\d-]+)+$/,
        'must be a domain in small letters, such as example.edu.vn',
      )
      .nullable()
      .default(null),
    claim: z.strictObject({ name: text, value: text }).nullable().default(null),
    role: z.enum(['PLANNER', 'REVIEWER'], { error: 'must be PLANNER or REVIEWER' }),
    unit: text,
    unitKind: z.enum(UnitKind).nullable().default(null),
  })
  .refine(({ emailDomain, claim }) => emailDomain ?? claim, {
    error: 'must have an emailDomain or a claim: else everybody would get the role',
  });

const issuer = z.strictObject({
  issuer: z
    .url({ error: 'must be an address' })
    .refine(isSafe, { error: 'must be an https address; http only on the machine itself' }),
  name: text,
  clientId: text,
  clientSecret: text.nullable().default(null),
  scope: text.default('openid profile email'),
  contact: text.nullable().default(null),
  linkVerifiedEmail: z.boolean().default(false),
  newcomers: z.array(newcomer).default([]),
});

/** The issuers through which people sign in, as a list in JSON. */
export const signInIssuers = z
  .string()
  .transform((written, context) => {
    try {
      return JSON.parse(written) as unknown;
    } catch (error) {
      context.addIssue(`must be a list in JSON: ${String(error)}`);
      return z.NEVER;
    }
  })
  .pipe(
    z
      .array(issuer)
      .max(20, 'must name at most 20 issuers')
      .refine((all) => new Set(all.map((each) => each.issuer)).size === all.length, {
        error: 'must name each issuer once',
      }),
  );
