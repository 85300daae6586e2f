import { lazy, Suspense } from 'react';
import styles from './markdown.module.css';

const Renderer = lazy(() => import('./renderer.tsx'));

/** Somebody's Markdown. HTML in it stays text. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={styles.markdown}>
      <Suspense fallback={null}>
        <Renderer text={text} />
      </Suspense>
    </div>
  );
}
