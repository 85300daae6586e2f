import { Dialog } from '../ui/dialog.tsx';
import styles from './help-sheet.module.css';

const kMac = /mac/i.test(navigator.userAgent);
const kControl = kMac ? '⌘' : 'Ctrl';

const kSheet: [string, [string[], string][]][] = [
  [
    'Everywhere',
    [
      [[kControl, 'K'], 'Search for experiments, runs and commands'],
      [['/'], 'Go to the filter or search of the page'],
      [['?'], 'This help'],
    ],
  ],
  [
    'Runs table',
    [
      [['↑', '↓', '←', '→'], 'Move from cell to cell; up from the first row lies the header'],
      [['Page Up', 'Page Down'], 'Move by a screen'],
      [[kControl, 'Home'], 'First run'],
      [['Enter'], 'Open the run, or sort by the column'],
      [['Space'], 'Select the run, in the header all runs'],
      [['Shift', '↓'], 'Select one more'],
      [['Alt', '↓'], 'Menu of the column: sort, pin, move, widen, fold, hide'],
      [[kControl, 'C'], 'Copy the value of the cell'],
    ],
  ],
  [
    'Charts',
    [
      [['Drag'], 'Zoom all charts to a part'],
      [[kControl, 'Wheel'], 'Zoom in and out'],
      [['Shift', 'Wheel'], 'Move a zoomed chart sideways'],
      [['Double click'], 'Show all again'],
    ],
  ],
  [
    'Filter',
    [
      [['↓'], 'Choose a completion'],
      [['Tab'], 'Take it'],
      [['Enter'], 'Apply the filter'],
      [['Esc'], 'Close the completions'],
    ],
  ],
];

export function HelpSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard" onClose={onClose} size="large">
      <div className={styles.sheet}>
        {kSheet.map(([title, keys]) => (
          <section key={title}>
            <h3 className={styles.title}>{title}</h3>
            <dl className={styles.keys}>
              {keys.map(([combination, meaning]) => (
                <div key={meaning} className={styles.row}>
                  <dt>
                    {combination.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
