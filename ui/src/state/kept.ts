// Small choices that the browser keeps between visits. A browser that refuses storage only forgets.

const kPrefix = 'cairn.';

export function readKept(name: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(kPrefix + name) ?? 'null');
  } catch {
    return null;
  }
}

export function writeKept(name: string, value: unknown): void {
  try {
    window.localStorage.setItem(kPrefix + name, JSON.stringify(value));
  } catch {
    // Full or forbidden: the choice holds for this visit.
  }
}
