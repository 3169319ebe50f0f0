import { saveAddress } from './save-file';
import { bearer } from './session';
import { language } from './words';

/**
 * Fetches a file of the hub as the viewer, and gives it to the reader.
 * @returns why not, in the words of the hub; null when it is done.
 */
export async function download(path: string, name: string): Promise<string | null> {
  const token = await bearer();
  const headers = {
    'accept-language': language(),
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const answer = await fetch(path, { headers });
  if (!answer.ok) {
    const { message } = (await answer.json()) as { message?: string };
    return message ?? answer.statusText;
  }
  const address = URL.createObjectURL(await answer.blob());
  saveAddress(name, address);
  URL.revokeObjectURL(address);
  return null;
}
