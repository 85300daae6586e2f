// Times as people say them.

const kUnits: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'narrow' });
const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

export function relativeTime(time: number, now: number): string {
  const seconds = Math.round((time - now) / 1000);
  for (const [unit, size] of kUnits) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return Math.abs(seconds) < 10 ? 'now' : relative.format(seconds, 'second');
}

export function absoluteTime(time: number): string {
  return absolute.format(time);
}

/** "2025-03-03 08:05", in the reader's zone: short, and in order as a text. */
export function shortTime(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** "42ms", "3.2s", "5m 10s", "2h 5m", "3d 4h". */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(0, Math.round(milliseconds))}ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds < 10 ? Number(seconds.toFixed(1)) : Math.round(seconds)}s`;
  const whole = Math.round(seconds);
  const [large, small, units] =
    whole < 3600
      ? [Math.floor(whole / 60), whole % 60, 'ms']
      : whole < 86400
        ? [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), 'hm']
        : [Math.floor(whole / 86400), Math.floor((whole % 86400) / 3600), 'dh'];
  return small ? `${large}${units[0]} ${small}${units[1]}` : `${large}${units[0]}`;
}
