import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// Where `npm run dev` finds a tracking server (cairn's or MLflow's own).
const server = process.env.CAIRN_DEV_SERVER ?? 'http://127.0.0.1:5000';

/** Gives src/early.ts a script element of its own: a module that others import waits until all of them are loaded. */
function earlyScript(): Plugin {
  return {
    name: 'early-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const early = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === 'early');
        if (!early) throw new Error('src/early.ts is in no chunk of its own');
        return [
          {
            tag: 'script',
            attrs: { type: 'module', crossorigin: true, src: `./${early.fileName}` },
            injectTo: 'head-prepend',
          },
        ];
      },
    },
  };
}

export default defineConfig({
  // Relative addresses: the app is served under any prefix.
  base: './',
  plugins: [react(), earlyScript()],
  build: {
    outDir: process.env.CAIRN_UI_OUT ?? '../build/ui/dist',
    emptyOutDir: true,
    // The first engines with light-dark(), popover and <dialog>.
    target: ['chrome123', 'firefox125', 'safari17.5'],
    // Nothing inline: the Content-Security-Policy allows no data: scripts, and the files are cached for ever anyway.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What a table of runs needs is one script and one style sheet, not a request for each part that another page
          // needs too.
          groups: [
            { name: 'early', test: /src\/early\.ts$/, priority: 1 },
            { name: 'app', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/ajax-api', '/api', '/get-artifact', '/version'].map((path) => [path, server])),
  },
});
