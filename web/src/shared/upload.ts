/**
 * Sends a file to its address, and tells how far it is.
 * @param onProgress how much has gone, of how much, in bytes.
 * @returns why the hub did not take it; null when it did.
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
      if (request.status === 201) return resolve(null);
      try {
        const answer = JSON.parse(request.responseText) as { code: string; message: string };
        // It had come before, and the answer was lost.
        resolve(answer.code === 'UPLOAD_DONE' ? null : answer.message);
      } catch {
        resolve(request.statusText);
      }
    };
    request.send(file);
  });
}
