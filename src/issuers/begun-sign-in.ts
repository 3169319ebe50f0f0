import { z } from 'zod';
import { seal, unseal } from '../auth/seal.js';

/** How long somebody may take at the issuer, in milliseconds. */
export const PATIENCE = 10 * 60_000;

const PURPOSE = 'sign-in at an issuer';

const begunSignIn = z.object({
  issuer: z.string(),
  secrets: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  /** For whose account the issuer is asked, and in which session; null to sign in. */
  link: z.object({ accountId: z.number(), family: z.string() }).nullable(),
  endsAt: z.number(),
});

/**
 * A sign-in that went to an issuer. The browser keeps it sealed, so that it is finished where it was begun,
 * and the hub need not.
 */
export type BegunSignIn = z.infer<typeof begunSignIn>;

export function sealed(begun: BegunSignIn, hubSecret: Uint8Array): string {
  return seal(JSON.stringify(begun), hubSecret, PURPOSE);
}

/** Null for what is no sign-in of this hub, or took too long. */
export function unsealed(cookie: string, hubSecret: Uint8Array, now: Date): BegunSignIn | null {
  try {
    const begun = begunSignIn.parse(JSON.parse(unseal(cookie, hubSecret, PURPOSE)));
    return begun.endsAt > now.getTime() ? begun : null;
  } catch {
    return null;
  }
}

/** Whether an answer of an issuer belongs to the sign-in; else it is that of another tab. */
export function isAnswerTo({ secrets }: BegunSignIn, answer: string): boolean {
  return new URLSearchParams(answer).get('state') === secrets.state;
}
