// After the next picture, or after a while where none is painted: a hidden tab paints none.
const kLongest = 100;

export function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, kLongest);
  });
}
