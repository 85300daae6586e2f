import { useEffect, useRef } from 'react';
import type { Offer } from './completion.ts';
import styles from './filter-box.module.css';

interface Props {
  id: string;
  offers: Offer[];
  chosen: number;
  onTake: (text: string) => void;
}

/** What could come next in the filter. The input keeps the focus and names the chosen one. */
export function Offers({ id, offers, chosen, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[aria-selected="true"]`)?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div
      ref={list}
      id={`${id}-offers`}
      role="listbox"
      aria-label="Completions"
      className={styles.offers}
      hidden={offers.length === 0}
      tabIndex={-1}
    >
      {offers.map((offer, index) => (
        <div
          key={offer.text}
          id={`${id}-offer-${index}`}
          role="option"
          aria-selected={index === chosen}
          tabIndex={-1}
          className={styles.offer}
          onMouseDown={(event) => {
            // Before the input loses the focus.
            event.preventDefault();
            onTake(offer.text);
          }}
        >
          <span className={styles.offerText}>{offer.text}</span>
          <span className={styles.offerDetail}>{offer.detail}</span>
        </div>
      ))}
    </div>
  );
}
