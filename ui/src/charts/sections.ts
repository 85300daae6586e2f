// Metrics in sections by the prefix that they share.

export interface Section {
  prefix: string;
  keys: string[];
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export function isSystemMetric(key: string): boolean {
  return key.startsWith('system/');
}

export function sectionsOf(keys: Iterable<string>): Section[] {
  const sections = new Map<string, string[]>();
  for (const key of [...keys].sort(natural.compare)) {
    const prefix = key.slice(0, key.lastIndexOf('/') + 1);
    const section = sections.get(prefix);
    if (section) section.push(key);
    else sections.set(prefix, [key]);
  }
  return [...sections]
    .map(([prefix, own]) => ({ prefix, keys: own }))
    .sort((a, b) => natural.compare(a.prefix, b.prefix));
}
