// Code in colours: what is a comment, a text, a number, a word of the language. Enough to read by, no parser. Pure.

export type TokenKind = 'plain' | 'comment' | 'text' | 'number' | 'word' | 'key';

export interface Token {
  kind: TokenKind;
  text: string;
}

interface Language {
  extensions: string;
  comment?: string;
  text: string;
  /** Names before a colon. */
  key?: string;
  words?: string;
}

// Of the whole text: "$" is every line's.
const kEnd = String.raw`(?![\s\S])`;
const kDoubleQuoted = String.raw`"(?:\\.|[^"\\\n])*"`;
const kQuoted = String.raw`${kDoubleQuoted}|'(?:\\.|[^'\\\n])*'`;
const kNumber = String.raw`(?<![\w.])[-+]?(?:0x[\da-f]+|\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?)\b`;

const kLanguages: Language[] = [
  {
    extensions: 'py',
    comment: '#.*',
    text: String.raw`[rbfu]{0,2}(?:"""[\s\S]*?(?:"""|${kEnd})|'''[\s\S]*?(?:'''|${kEnd})|${kQuoted})`,
    words:
      'and as assert async await break class continue def del elif else except finally for from global if import in is ' +
      'lambda nonlocal not or pass raise return try while with yield None True False self',
  },
  {
    extensions: 'json jsonl geojson ipynb',
    text: kDoubleQuoted,
    key: String.raw`${kDoubleQuoted}(?=\s*:)`,
    words: 'true false null',
  },
  {
    extensions: 'yaml yml',
    comment: '(?<![^\\s])#.*',
    text: kQuoted,
    key: String.raw`(?<=^[ \t]*(?:- )*)[\w./-]+(?=:(?:\s|$))`,
    words: 'true false null yes no',
  },
  {
    extensions: 'toml ini cfg conf properties env',
    comment: '[#;].*',
    text: kQuoted,
    key: String.raw`(?<=^[ \t]*)[\w.-]+(?=\s*=)`,
    words: 'true false',
  },
  {
    extensions: 'sh bash dockerfile makefile',
    comment: '(?<![^\\s])#.*',
    text: kQuoted,
    words:
      'if then else elif fi for in do done while case esac function return export local set exit ' +
      'FROM RUN COPY ADD ENV ARG CMD ENTRYPOINT WORKDIR EXPOSE USER',
  },
  {
    extensions: 'sql',
    comment: '--.*',
    text: "'(?:''|[^'])*'",
    words:
      'select from where and or not in is null join left right inner outer on group by order having limit as insert into ' +
      'values update set delete create table with union all distinct case when then else end ' +
      'SELECT FROM WHERE AND OR NOT IN IS NULL JOIN LEFT RIGHT INNER OUTER ON GROUP BY ORDER HAVING LIMIT AS INSERT INTO ' +
      'VALUES UPDATE SET DELETE CREATE TABLE WITH UNION ALL DISTINCT CASE WHEN THEN ELSE END',
  },
  {
    extensions: 'js ts jsx tsx c cc cpp h hpp rs go java kt scala php css scss',
    comment: String.raw`\/\/.*|\/\*[\s\S]*?(?:\*\/|${kEnd})`,
    text: `${kQuoted}|\`(?:\\\\.|[^\`\\\\])*\``,
    words:
      'auto await async break case catch class const continue default delete do else enum export extends false final fn ' +
      'for from func if impl import in interface let match mut namespace new null nullptr package private protected pub ' +
      'public return static struct super switch template this throw true try type typedef typename undefined use using ' +
      'var virtual void while yield int float double char bool string',
  },
  {
    extensions: 'r jl rb lua',
    comment: '#.*|--.*',
    text: kQuoted,
    words:
      'function end if else elseif for while in do return local nil true false TRUE FALSE NULL using import def class',
  },
];

const kByExtension = new Map(
  kLanguages.flatMap((each) => each.extensions.split(' ').map((name) => [name, each] as const)),
);

function patternOf({ comment, text, key, words }: Language): RegExp {
  const groups = [
    comment && `(?<comment>${comment})`,
    key && `(?<key>${key})`,
    `(?<text>${text})`,
    words && `(?<word>(?<![\\w.$])(?:${words.replaceAll(' ', '|')})(?![\\w]))`,
    `(?<number>${kNumber})`,
  ];
  return new RegExp(groups.filter(Boolean).join('|'), 'gm');
}

/** Nothing for files of no known language. */
export function tokensOf(path: string, content: string): Token[] | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const language = kByExtension.get(name === 'mlmodel' ? 'yaml' : name.slice(name.lastIndexOf('.') + 1));
  if (!language) return undefined;
  const tokens: Token[] = [];
  let end = 0;
  for (const match of content.matchAll(patternOf(language))) {
    if (match.index > end) tokens.push({ kind: 'plain', text: content.slice(end, match.index) });
    const [kind = 'plain'] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    tokens.push({ kind: kind as TokenKind, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < content.length) tokens.push({ kind: 'plain', text: content.slice(end) });
  return tokens;
}

/** The same by lines: what goes over several is in each of them. */
export function linesOf(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const { kind, text } of tokens) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part) lines.at(-1)?.push({ kind, text: part });
    }
  }
  if (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

const kLinesOfPiece = 200;

/** A text in pieces of some lines each. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let begin = 0;
  let lines = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    lines += 1;
    if (lines % kLinesOfPiece !== 0) continue;
    pieces.push(text.slice(begin, end + 1));
    begin = end + 1;
  }
  if (begin < text.length) pieces.push(text.slice(begin));
  return pieces;
}
