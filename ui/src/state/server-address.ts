/** Where clients find this server: the page's address without what is its own. */
export function serverAddress(): string {
  return (window.location.origin + window.location.pathname).replace(/\/$/, '');
}
