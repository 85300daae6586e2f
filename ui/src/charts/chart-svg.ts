// A chart that stands on the page as an SVG file: what is drawn as SVG with its colours written out, what is a list of
// bars drawn anew.

import { escapedXml } from './svg-export.ts';

const kCopied = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-linejoin',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;
const kTitleHeight = 28;
const kBarHeight = 24;
const kBarsWidth = 720;
const kNameWidth = 200;
const kValueWidth = 80;

export function chartSvg(panel: Element | null, title: string): string | undefined {
  const drawn = panel?.querySelector<SVGSVGElement>('svg[role="img"]');
  if (drawn) return standalone(drawn, title);
  const list = panel?.querySelector('ol');
  return list ? barsSvg(list, title) : undefined;
}

function framed(title: string, width: number, height: number, content: string): string {
  const { color, backgroundColor } = getComputedStyle(document.body);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + kTitleHeight}" font-family="sans-serif" font-size="11" fill="${color}">
<rect width="100%" height="100%" fill="${backgroundColor}"/>
<text x="12" y="18" font-size="14" font-weight="bold">${escapedXml(title)}</text>
<g transform="translate(0 ${kTitleHeight})">${content}</g>
</svg>
`;
}

function standalone(drawn: SVGSVGElement, title: string): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = drawn.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    // In groups only what they pass on, or each child would carry it twice.
    for (const name of kCopied) if (original.tagName !== 'g') element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute('class');
    element.removeAttribute('style');
  });
  return framed(title, drawn.clientWidth, drawn.clientHeight, copy.innerHTML);
}

function barsSvg(list: Element, title: string): string {
  const track = kBarsWidth - kNameWidth - kValueWidth;
  const rows = [...list.querySelectorAll('li')].filter((row) => row.childElementCount === 3);
  const content = rows.map((row, index) => {
    const [name, place, value] = [...row.children];
    const bar = place?.firstElementChild;
    const share = bar instanceof HTMLElement ? Number.parseFloat(bar.style.width) / 100 : 0;
    const colour = bar ? getComputedStyle(bar).backgroundColor : 'none';
    return `<g transform="translate(12 ${index * kBarHeight})"><text y="16">${escapedXml(name?.textContent ?? '')}</text>
<rect x="${kNameWidth}" y="6" height="12" width="${(share * track).toFixed(1)}" fill="${colour}"/>
<text x="${kNameWidth + track + 8}" y="16">${escapedXml(value?.textContent ?? '')}</text></g>`;
  });
  return framed(title, kBarsWidth + 24, rows.length * kBarHeight + 8, content.join('\n'));
}
