// What the filter box offers at the caret, and what the text becomes when an offer is taken.

import { type Field, operatorsFor, type Place, placeAt } from './clauses.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Offer {
  text: string;
  detail: string;
}

export interface Completion {
  place: Place;
  offers: Offer[];
}

const kMaxOffers = 12;

const kKindNames: Record<Field['kind'], string> = {
  metrics: 'metric',
  params: 'parameter',
  tags: 'tag',
  attributes: 'attribute',
  datasets: 'dataset',
};

function letters(text: string): string {
  return text.replace(/[`'"]/g, '').toLowerCase();
}

/** Best first: what begins with the typed text, has a word that does, contains it. Nothing typed keeps the order. */
function matching<T>(items: T[], typed: string, text: (item: T) => string): T[] {
  const wanted = letters(typed);
  if (!wanted) return items.slice(0, kMaxOffers);
  const rank = (item: T) => {
    const name = letters(text(item));
    if (name.startsWith(wanted)) return 0;
    const at = name.indexOf(wanted);
    if (at < 0) return -1;
    return /[^a-z0-9]/.test(name[at - 1] ?? '') ? 1 : 2;
  };
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, kMaxOffers)
    .map(({ item }) => item);
}

function offersFor(place: Place, vocabulary: Vocabulary): Offer[] {
  const { expecting, field, typed } = place;
  switch (expecting) {
    case 'name':
      return matching(vocabulary.names, typed, (name) => name.text).map(({ text, field: { kind }, count }) => ({
        text,
        detail: count === undefined ? kKindNames[kind] : `${kKindNames[kind]} of ${count} run${count === 1 ? '' : 's'}`,
      }));
    case 'operator':
      return field ? matching(operatorsFor(field), typed, String).map((text) => ({ text, detail: '' })) : [];
    case 'value':
      return field ? matching(vocabulary.values(field), typed, String).map((text) => ({ text, detail: '' })) : [];
    case 'and':
      return [{ text: 'AND', detail: 'another condition' }];
  }
}

export function completionAt(text: string, caret: number, vocabulary: Vocabulary): Completion {
  const place = placeAt(text, caret);
  const offers = offersFor(place, vocabulary);
  // What is already there in full needs no offer.
  const [only] = offers;
  if (offers.length === 1 && only?.text === place.typed) return { place, offers: [] };
  return { place, offers };
}

/** The text with the offer in it, and the caret behind it, ready for the next word. */
export function accept(text: string, { place }: Completion, offer: string): { text: string; caret: number } {
  const head = text.slice(0, place.start);
  const tail = text.slice(place.end).replace(/^\s+/, '');
  const inserted = `${head}${head && !/\s$/.test(head) ? ' ' : ''}${offer} `;
  return { text: inserted + tail, caret: inserted.length };
}
