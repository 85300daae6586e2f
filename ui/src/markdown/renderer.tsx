import MarkdownToJsx from 'markdown-to-jsx/react';
import type { AnchorHTMLAttributes } from 'react';

// Headings in a note are parts of the page: its own headings stand above them.
const kOptions = {
  disableParsingRawHTML: true,
  forceBlock: true,
  overrides: {
    h1: 'h3',
    h2: 'h4',
    h3: 'h5',
    a: Link,
    // A picture from elsewhere would tell its server who reads the note.
    img: () => null,
  },
} as const;

function Link({ children, href, title }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a href={href} title={title} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

export default function Renderer({ text }: { text: string }) {
  return <MarkdownToJsx options={kOptions}>{text}</MarkdownToJsx>;
}
