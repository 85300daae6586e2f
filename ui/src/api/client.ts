import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './http.ts';

/** What the server said, for the whole page. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      // Only what may pass by itself is worth a second try.
      retry: (count, error) => count < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
    },
  },
});
