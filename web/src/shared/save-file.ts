/** Gives the reader a file. */
export function saveText(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  saveAddress(name, address);
  URL.revokeObjectURL(address);
}

/** Gives the reader what an address stands for, as a file. */
export function saveAddress(name: string, address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}

/** Gives the reader a drawing as a PNG, twice as fine as the screen, on white whatever the screen has. */
export async function savePicture(name: string, drawing: SVGSVGElement): Promise<void> {
  const { width, height } = drawing.getBoundingClientRect();
  const image = new Image();
  const text = new XMLSerializer().serializeToString(onPaper(drawing));
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 2, height * 2];
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  saveAddress(name, canvas.toDataURL('image/png'));
}

/** A copy of a drawing with the colours that it has on paper: outside of the page their names mean nothing. */
function onPaper(drawing: SVGSVGElement): Node {
  const paper = document.createElement('div');
  paper.className = 'on-paper visually-hidden';
  const copy = drawing.cloneNode(true);
  paper.append(copy);
  document.body.append(paper);
  for (const part of paper.querySelectorAll('*')) {
    const { fill, stroke } = getComputedStyle(part);
    part.setAttribute('fill', fill);
    part.setAttribute('stroke', stroke);
  }
  paper.remove();
  return copy;
}
