import { useState } from 'react';
import { CodeBlock } from './code-block.tsx';
import { Part } from './part.tsx';
import { Segments } from './segments.tsx';
import styles from './snippets-part.module.css';

export interface Snippet {
  name: string;
  code: string;
}

/** Lines of Python for what the page is about; where there are several kinds, one at a time. */
export function SnippetsPart({ title, snippets }: { title: string; snippets: readonly Snippet[] }) {
  const [chosen, setChosen] = useState<string>();
  const shown = snippets.find(({ name }) => name === chosen) ?? snippets[0];
  if (!shown) return null;
  return (
    <Part title={title}>
      <div className={styles.body}>
        {snippets.length > 1 && (
          <div className={styles.choice}>
            <Segments
              label={title}
              options={snippets.map(({ name }) => ({ value: name, label: name }))}
              value={shown.name}
              onChange={setChosen}
            />
          </div>
        )}
        <CodeBlock label={`the lines: ${shown.name}`} code={shown.code} />
      </div>
    </Part>
  );
}
