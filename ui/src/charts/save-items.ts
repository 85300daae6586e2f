// The three ways to save a chart, for its menu.

import { download } from '../state/download.ts';
import type { MenuItem } from '../ui/menu.tsx';
import { complain } from '../ui/toasts.tsx';

interface Sources {
  /** Where the chart is drawn on a canvas, that is its picture. */
  canvas?: () => HTMLCanvasElement | null | undefined;
  svg: () => string | undefined;
  csv: () => string;
}

const kPngScale = 2;

/** An SVG text as a picture, twice as fine as on the page. */
async function pngOf(svg: string): Promise<Blob | null> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * kPngScale;
    canvas.height = image.naturalHeight * kPngScale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done));
  } finally {
    URL.revokeObjectURL(url);
  }
}

export function saveItems(name: string, { canvas, svg, csv }: Sources): MenuItem[] {
  const file = name.replace(/[^\w.-]+/g, '_');
  const savePng = async () => {
    const drawn = canvas?.();
    const text = drawn ? undefined : svg();
    const picture = drawn ? await new Promise<Blob | null>((done) => drawn.toBlob(done)) : text && (await pngOf(text));
    if (picture) download(`${file}.png`, 'image/png', picture);
  };
  const saveSvg = () => {
    const text = svg();
    if (text) download(`${file}.svg`, 'image/svg+xml', text);
  };
  return [
    { label: 'Save as PNG', icon: 'download', separated: true, onSelect: () => void savePng().catch(complain) },
    { label: 'Save as SVG', icon: 'download', onSelect: saveSvg },
    { label: 'Save as CSV', icon: 'download', onSelect: () => download(`${file}.csv`, 'text/csv', csv()) },
  ];
}
