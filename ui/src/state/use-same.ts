import { useState } from 'react';

/** The value of before as long as the new one says the same: for what is drawn anew when it is another. */
export function useSame<T>(value: T): T {
  const [kept, setKept] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}
