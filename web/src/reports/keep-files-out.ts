/** A file that misses its box is not opened in the place of the form. */
export function keepFilesOut(): () => void {
  const stop = (event: Event) => event.preventDefault();
  window.addEventListener('dragover', stop);
  window.addEventListener('drop', stop);
  return () => {
    window.removeEventListener('dragover', stop);
    window.removeEventListener('drop', stop);
  };
}
