// Files that are tables, as rows of texts. Pure.

export interface Grid {
  columns: string[];
  rows: string[][];
  /** How many rows there are, shown or not. */
  total: number;
}

export const kMostRows = 1_000;

/** RFC 4180 and what goes by its name: quotes, doubled quotes, line ends in quotes. */
export function parseSeparated(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = () => {
    row.push(field);
    field = '';
  };
  const endRow = () => {
    endField();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === separator) endField();
    else if (character === '\n') endRow();
    else if (character !== '\r') field += character;
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
}

export function gridOfSeparated(path: string, text: string): Grid {
  const [columns = [], ...rows] = parseSeparated(text, path.toLowerCase().endsWith('.tsv') ? '\t' : ',');
  return { columns, rows: rows.slice(0, kMostRows), total: rows.length };
}

export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object')
    return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part));
  return String(value);
}

/** What log_table writes: pandas' "split" form. */
export function gridOfLoggedTable(text: string): Grid {
  const { columns, data } = JSON.parse(text) as { columns?: unknown; data?: unknown };
  if (!Array.isArray(columns) || !Array.isArray(data)) throw new Error('This is not a table as log_table writes it.');
  return {
    columns: columns.map(String),
    rows: data.slice(0, kMostRows).map((row: unknown) => (Array.isArray(row) ? row.map(cellText) : [])),
    total: data.length,
  };
}
