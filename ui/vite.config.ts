import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Where `npm run dev` finds a tracking server (cairn's or MLflow's own).
const server = process.env.CAIRN_DEV_SERVER ?? 'http://127.0.0.1:5000';

export default defineConfig({
  // Relative addresses: the app is served under any prefix.
  base: './',
  plugins: [react()],
  build: {
    outDir: process.env.CAIRN_UI_OUT ?? '../build/ui/dist',
    emptyOutDir: true,
    // The first engines with light-dark(), popover and <dialog>.
    target: ['chrome123', 'firefox125', 'safari17.5'],
    // Nothing inline: the Content-Security-Policy allows no data: scripts, and the files are cached for ever anyway.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    proxy: Object.fromEntries(['/ajax-api', '/api', '/get-artifact', '/version'].map((path) => [path, server])),
  },
});
