import { useMemo } from 'react';
import styles from './code-view.module.css';
import { linesOf, piecesOf, tokensOf } from './highlight.ts';
import preview from './preview.module.css';

// Each line and each word in colour is an element: too many make a page slow.
const kMostCharacters = 300_000;

/** A text; code of a known language with numbered lines and in colours. */
export function CodeView({ path, text }: { path: string; text: string }) {
  const lines = useMemo(() => {
    const tokens = text.length > kMostCharacters ? undefined : tokensOf(path, text);
    return tokens && linesOf(tokens);
  }, [path, text]);
  if (!lines) return <PlainView text={text} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre className={styles.code} tabIndex={0}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
        <span key={at} className={styles.line}>
          {line.map(({ kind, text: part }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as the lines
            <span key={index} className={styles[kind]}>
              {part}
            </span>
          ))}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

/** Without colours, in pieces of which the browser draws those in sight: a log may have a hundred thousand lines. */
function PlainView({ text }: { text: string }) {
  const pieces = useMemo(() => piecesOf(text), [text]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre className={preview.text} tabIndex={0}>
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
        <span key={at} className={styles.piece}>
          {piece}
        </span>
      ))}
    </pre>
  );
}
