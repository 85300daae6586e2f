import styles from './tabs.module.css';

interface Tab {
  id: string;
  label: string;
  href: string;
}

/** Parts of a page with addresses of their own: links, not a tab widget. */
export function Tabs({ label, tabs, current }: { label: string; tabs: Tab[]; current: string }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <a key={tab.id} href={tab.href} className={styles.tab} aria-current={tab.id === current ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
