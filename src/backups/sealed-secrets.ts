import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  scrypt,
  type ScryptOptions,
} from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { OperatorError } from '../shared/errors.js';
import type { SealedSecrets } from './archive.js';

/** What the database alone does not have, and without which it cannot be used whole. */
const secrets = z.object({
  /** Of the hub; it signs access tokens, and seals secrets of webhooks and second factors. */
  tokenSecret: z.string(),
});
export type Secrets = z.infer<typeof secrets>;

/** A passphrase takes 128 MB and about half a second to try, as OWASP advises for scrypt. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const CIPHER = 'aes-256-gcm';
const KEY = 32;
const NONCE = 12;
const TAG = 16;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

export async function sealSecrets(given: Secrets, passphrase: string): Promise<SealedSecrets> {
  const [salt, nonce] = [randomBytes(16), randomBytes(NONCE)];
  const cipher = createCipheriv(CIPHER, await keyOf(passphrase, salt, COST), nonce);
  const sealed = [cipher.update(JSON.stringify(given), 'utf8'), cipher.final()];
  return {
    scrypt: { ...COST, salt: salt.toString('base64') },
    nonce: nonce.toString('base64'),
    sealed: Buffer.concat([...sealed, cipher.getAuthTag()]).toString('base64'),
  };
}

/** @throws OperatorError BACKUP_PASSPHRASE_WRONG */
export async function openSecrets(given: SealedSecrets, passphrase: string): Promise<Secrets> {
  const { salt, ...cost } = given.scrypt;
  const [nonce, sealed] = [Buffer.from(given.nonce, 'base64'), Buffer.from(given.sealed, 'base64')];
  try {
    const key = await keyOf(passphrase, Buffer.from(salt, 'base64'), cost);
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG });
    decipher.setAuthTag(sealed.subarray(-TAG));
    const text =
      decipher.update(sealed.subarray(0, -TAG), undefined, 'utf8') + decipher.final('utf8');
    return secrets.parse(JSON.parse(text));
  } catch (error) {
    throw new OperatorError(
      'BACKUP_PASSPHRASE_WRONG',
      'The passphrase does not open the secrets of the backup: it was made with another one. Nothing was changed; give the passphrase that was set when the backup was made.',
      { cause: error },
    );
  }
}

function keyOf(passphrase: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return derive(passphrase.normalize('NFC'), salt, KEY, { ...cost, maxmem: 256 * cost.N * cost.r });
}
