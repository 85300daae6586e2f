// Splits a run filter into words. It never fails: while someone types, most filters are unfinished.

export type TokenKind = 'name' | 'operator' | 'string' | 'number' | 'and' | 'list' | 'other';

export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  text: string;
  /** A quote or parenthesis that is still open. */
  open: boolean;
}

interface Rule {
  kind: TokenKind;
  pattern: RegExp;
}

// In order: an operator made of words before a name, a number before a name.
const kRules: Rule[] = [
  { kind: 'and', pattern: /and\b/iy },
  { kind: 'operator', pattern: /(?:is\s+not\s+null|is\s+null|not\s+in|in|i?like)\b/iy },
  { kind: 'operator', pattern: /[<>!=]+/y },
  { kind: 'list', pattern: /\([^)]*\)?/y },
  { kind: 'number', pattern: /-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.])/iy },
  { kind: 'string', pattern: /'[^']*'?/y },
  // An entity, a dot, and a key that may be quoted.
  { kind: 'name', pattern: /[A-Za-z_][\w]*\.(?:`[^`]*`?|"[^"]*"?)/y },
  { kind: 'string', pattern: /"[^"]*"?/y },
  { kind: 'name', pattern: /`[^`]*`?|[A-Za-z_][\w./-]*/y },
  { kind: 'other', pattern: /\S/y },
];

function isOpen(kind: TokenKind, text: string): boolean {
  if (kind === 'list') return !text.endsWith(')');
  const quote = /[`"']/.exec(text)?.[0];
  return quote !== undefined && (text.match(new RegExp(quote, 'g')) ?? []).length === 1;
}

function tokenAt(text: string, start: number): Token {
  for (const { kind, pattern } of kRules) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match) {
      return { kind, start, end: pattern.lastIndex, text: match[0], open: isOpen(kind, match[0]) };
    }
  }
  throw new Error('the last rule takes anything');
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}
