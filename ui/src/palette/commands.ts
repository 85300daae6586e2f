import { hrefs } from '../router/routes.ts';
import { openHelp } from '../shell/overlays.ts';
import { setTheme } from '../theme/theme.ts';
import { setTimeForm } from '../ui/time-form.ts';
import type { Entry } from './palette.tsx';

const kCommands: Entry[] = [
  { id: 'all', label: 'All experiments', detail: 'go', icon: 'table', to: hrefs.experiments() },
  { id: 'models', label: 'All models', detail: 'go', icon: 'model', to: hrefs.models() },
  { id: 'light', label: 'Light theme', detail: 'theme', icon: 'sun', to: () => setTheme('light') },
  { id: 'dark', label: 'Dark theme', detail: 'theme', icon: 'moon', to: () => setTheme('dark') },
  { id: 'system', label: 'Theme as the system', detail: 'theme', icon: 'screen', to: () => setTheme('system') },
  { id: 'dates', label: 'Times as dates', detail: 'times', icon: 'note', to: () => setTimeForm('absolute') },
  { id: 'ago', label: 'Times as time passed', detail: 'times', icon: 'note', to: () => setTimeForm('relative') },
  { id: 'help', label: 'Keyboard help', detail: 'help', icon: 'help', to: openHelp },
];

export function commandsFor(text: string): Entry[] {
  const wanted = text.trim().toLowerCase();
  return kCommands.filter(({ label }) => label.toLowerCase().includes(wanted));
}
