import { saveAddress, saveText } from '../shared/save-file';

/** What is told with a picture that goes out of the house: alone it has to say what it is of. */
export interface Caption {
  title: string;
  /** What it shows, and of which day. */
  about: string;
  legend: readonly { name: string; colour: string; dash?: string; width: number }[];
  /** What has to be seen with it: that it shows made-up data. */
  mark: string | null;
  source: string;
}

/** In pixels. */
const PAD = 16;
const LINE = 18;
const KEY = 34;

const FONT = 'system-ui, sans-serif';

/** Gives the reader a drawing with its caption as SVG. */
export function saveSvg(name: string, drawing: SVGSVGElement, caption: Caption): void {
  saveText(`${name}.svg`, 'image/svg+xml', textOf(onPaper(drawing, caption)));
}

/** Gives the reader a drawing with its caption as a PNG, twice as fine as the screen. */
export async function savePng(
  name: string,
  drawing: SVGSVGElement,
  caption: Caption,
): Promise<void> {
  const picture = onPaper(drawing, caption);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(picture))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
  const context = canvas.getContext('2d');
  if (!context) return;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  saveAddress(`${name}.png`, canvas.toDataURL('image/png'));
}

const textOf = (picture: Node): string => new XMLSerializer().serializeToString(picture);

/**
 * A copy of a drawing with its caption, on white and with the colours that it has on paper, whatever the screen has:
 * outside of the page their names mean nothing.
 */
function onPaper(drawing: SVGSVGElement, caption: Caption): Node {
  const paper = document.createElement('div');
  paper.className = 'on-paper visually-hidden';
  const picture = captioned(drawing, caption);
  paper.append(picture);
  document.body.append(paper);
  for (const part of paper.querySelectorAll('*')) {
    const { fill, stroke } = getComputedStyle(part);
    part.setAttribute('fill', fill);
    part.setAttribute('stroke', stroke);
  }
  paper.remove();
  return picture;
}

/** The drawing below its title, above its legend and its source. */
function captioned(drawing: SVGSVGElement, caption: Caption): SVGSVGElement {
  const { width: room, height } = drawing.getBoundingClientRect();
  const width = Math.ceil(room + 2 * PAD);
  const picture = created('svg', { width, 'font-family': FONT, 'font-size': 12 });
  const named = created('title', {});
  named.textContent = `${caption.title}. ${caption.about}`;
  picture.append(named);
  let at = PAD;
  const write = (text: string, size: number, more: Attributes = {}) => {
    for (const line of linesOf(text, size, room)) {
      at += LINE * (size / 13);
      const part = created('text', { x: PAD, y: at, 'font-size': size, ...more });
      part.textContent = line;
      picture.append(part);
    }
  };
  write(caption.title, 16, { 'font-weight': 650 });
  write(caption.about, 13);
  if (caption.mark) write(caption.mark, 13, { 'font-weight': 650, fill: 'var(--alarm)' });
  at += PAD / 2;
  const frame = created('svg', { x: PAD, y: at, width: room, height });
  frame.append(drawing.cloneNode(true));
  picture.append(frame);
  at += height;
  for (const { name, colour, dash, width: thick } of caption.legend) {
    const y = at + LINE - 4;
    const line = { x1: PAD, x2: PAD + KEY - 8, y1: y, y2: y, stroke: colour };
    picture.append(
      created('line', {
        ...line,
        'stroke-width': thick,
        ...(dash && { 'stroke-dasharray': dash }),
      }),
    );
    const text = created('text', { x: PAD + KEY, y: at + LINE });
    text.textContent = name;
    picture.append(text);
    at += LINE;
  }
  at += PAD / 2;
  write(caption.source, 11, { fill: 'var(--ink-quiet)' });
  at = Math.ceil(at + PAD);
  picture.setAttribute('height', String(at));
  picture.setAttribute('viewBox', `0 0 ${width} ${at}`);
  named.after(created('rect', { width, height: at, fill: '#fff' }));
  return picture;
}

type Attributes = Record<string, string | number>;

function created<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** A text in as many lines as it takes. */
function linesOf(text: string, size: number, room: number): string[] {
  const measure = document.createElement('canvas').getContext('2d');
  if (!measure) return [text];
  measure.font = `650 ${size}px ${FONT}`;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || measure.measureText(longer).width > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
