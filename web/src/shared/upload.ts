/**
 * Sends a file to its address, and tells how far it is.
 * @param onProgress how much has gone, of how much, in bytes.
 * @returns why the hub did not take it, or what it says of a file that it took; null when it says nothing.
 * @throws when the hub was not reached.
 */
export function upload(
  address: string,
  file: File,
  language: string,
  onProgress: (sent: number, whole: number) => void,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    // Only this one tells how far a file has gone.
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.setRequestHeader('accept-language', language);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onerror = () => reject(new Error('not reached'));
    request.onload = () => {
      try {
        const answer = JSON.parse(request.responseText) as { code?: string; message?: string };
        // It had come before, and the answer was lost.
        resolve(answer.code === 'UPLOAD_DONE' ? null : (answer.message ?? null));
      } catch {
        resolve(request.statusText);
      }
    };
    request.send(file);
  });
}
