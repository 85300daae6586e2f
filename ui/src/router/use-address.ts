import { useSyncExternalStore } from 'react';
import { type Address, currentAddress, subscribeToAddress } from './address.ts';

export function useAddress(): Address {
  return useSyncExternalStore(subscribeToAddress, currentAddress);
}
