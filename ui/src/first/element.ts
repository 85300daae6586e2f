type Child = Element | string | false;

const kSvg = 'http://www.w3.org/2000/svg';
const kDrawn = new Set(['svg', 'path', 'rect']);

/** An element of the page, without React. */
export function element(tag: string, attributes: Record<string, string | number | undefined>, children: Child[] = []) {
  const made = kDrawn.has(tag) ? document.createElementNS(kSvg, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    // The page's policy forbids styles in attributes, not those that a script sets.
    if (name === 'style') (made as HTMLElement).style.cssText = String(value);
    else if (value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== false));
  return made;
}
