/** A server counts a filter in bytes of UTF-8, a browser in UTF-16 units. */
export function textPosition(text: string, bytes: number): number {
  const encoded = new TextEncoder().encode(text).subarray(0, bytes);
  return new TextDecoder().decode(encoded).length;
}
