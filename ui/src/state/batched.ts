// Many small wishes as few requests: rows come into sight one by one, but what they want within a moment is asked for
// together.

const kMoment = 30;
const kMostAtOnce = 100;

interface Wish<T> {
  id: string;
  resolve: (value: T | null) => void;
  reject: (error: unknown) => void;
}

/** A loader of single things by id, out of one of many; wishes of the same topic go together. null: there is none. */
export function batched<T>(load: (ids: string[], topic: string) => Promise<ReadonlyMap<string, T>>) {
  const waiting = new Map<string, Wish<T>[]>();

  const fulfil = async (topic: string, wishes: readonly Wish<T>[]) => {
    try {
      const found = await load(
        wishes.map((wish) => wish.id),
        topic,
      );
      for (const { id, resolve } of wishes) resolve(found.get(id) ?? null);
    } catch (error) {
      for (const { reject } of wishes) reject(error);
    }
  };
  const send = (topic: string) => {
    const wishes = waiting.get(topic) ?? [];
    waiting.delete(topic);
    for (let at = 0; at < wishes.length; at += kMostAtOnce) void fulfil(topic, wishes.slice(at, at + kMostAtOnce));
  };
  return (id: string, topic: string): Promise<T | null> =>
    new Promise((resolve, reject) => {
      const wishes = waiting.get(topic);
      if (wishes) wishes.push({ id, resolve, reject });
      else {
        waiting.set(topic, [{ id, resolve, reject }]);
        setTimeout(() => send(topic), kMoment);
      }
    });
}
