/** Does a thing to each item, a few at a time; the first failure is thrown when all have ended. */
export async function forEachLimited<T>(items: readonly T[], limit: number, act: (item: T) => Promise<unknown>) {
  const failures: unknown[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const item = items[next++] as T;
      try {
        await act(item);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  if (failures.length > 0) throw failures[0];
}
