import { Fragment } from 'react';
import styles from './filter-box.module.css';
import { type Token, tokensOf } from './lexer.ts';

/** The filter in colours, laid behind the input; the word at the mistake is underlined. */
export function Highlight({ text, mistake }: { text: string; mistake: number | undefined }) {
  let at = 0;
  return tokensOf(text).map((token) => {
    const gap = text.slice(at, token.start);
    at = token.end;
    return (
      <Fragment key={token.start}>
        {gap}
        <span className={styles[token.kind]} data-mistake={isMistaken(token, mistake) || undefined}>
          {token.text}
        </span>
      </Fragment>
    );
  });
}

function isMistaken(token: Token, mistake: number | undefined): boolean {
  return mistake !== undefined && mistake >= token.start && mistake < token.end;
}
