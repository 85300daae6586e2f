// The address after the '#', as a store. The path and the query both live there (MLflow's addresses are
// `/#/experiments/1?searchFilter=…`), so the page never reloads and any static prefix works.

export interface Address {
  path: string;
  query: URLSearchParams;
}

export function parseAddress(hash: string): Address {
  const text = hash.replace(/^#/, '');
  const mark = text.indexOf('?');
  const path = mark < 0 ? text : text.slice(0, mark);
  return {
    path: path.startsWith('/') ? path : `/${path}`,
    query: new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1)),
  };
}

export function formatAddress(path: string, query?: URLSearchParams): string {
  const text = query?.toString();
  return `#${path}${text ? `?${text}` : ''}`;
}

const listeners = new Set<() => void>();
let hash = '';
let current: Address = parseAddress('');

function announce(): void {
  for (const listener of listeners) listener();
}

/** The address now. The same object until it changes, so that it can be a store's snapshot. */
export function currentAddress(): Address {
  if (window.location.hash !== hash) {
    hash = window.location.hash;
    current = parseAddress(hash);
  }
  return current;
}

export function subscribeToAddress(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', announce);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', announce);
  };
}

/** Goes to an address as made by `formatAddress`: a new entry in the history, or in place of the present one. */
export function navigate(to: string, history: 'push' | 'replace' = 'push'): void {
  if (to === window.location.hash) return;
  if (history === 'push') window.history.pushState(null, '', to);
  else window.history.replaceState(null, '', to);
  announce();
}
