/** The beginning of somebody's Markdown as one plain line, for lists. */
export function firstLine(markdown: string | undefined): string {
  const line = markdown?.split('\n').find((each) => each.trim() !== '') ?? '';
  return line
    .trim()
    .replace(/^(?:#{1,6}|>|[-*+]|\d+[.)])\s+/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\w)(\*\*|__|[*_`])(?=\S)(.+?)\1(?!\w)/g, '$2');
}
