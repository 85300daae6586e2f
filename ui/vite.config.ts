import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// Where `npm run dev` finds a tracking server (cairn's or MLflow's own).
const server = process.env.CAIRN_DEV_SERVER ?? 'http://127.0.0.1:5000';

// What a table of runs needs is two scripts and two style sheets, not a request for each part that another page needs
// too: what draws the first rows (start), and the program that takes over (app).
const kStart = 'start';
const kApp = 'app';
const kProgram = /src\/main\.tsx$/;

/** Which modules the program cannot begin without; the others are loaded when they are asked for. */
const ofProgram = new Set<string>();

/** Has the program loaded while src/start.ts, which begins it, is still at the first rows. */
function loadedAhead(): Plugin {
  return {
    name: 'loaded-ahead',
    apply: 'build',
    buildEnd() {
      const add = (id: string) => {
        if (ofProgram.has(id)) return;
        ofProgram.add(id);
        for (const each of this.getModuleInfo(id)?.importedIds ?? []) add(each);
      };
      for (const id of this.getModuleIds()) if (kProgram.test(id)) add(id);
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const program = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === kApp);
        if (program?.type !== 'chunk') throw new Error('src/main.tsx is in no chunk of its own');
        const preload = (href: string, as: string) => ({
          tag: 'link',
          attrs: { rel: 'preload', as, crossorigin: true, href: `./${href}` },
          injectTo: 'head' as const,
        });
        const scripts = [program.fileName, ...program.imports.filter((file) => !file.includes(`/${kStart}-`))];
        return [
          ...scripts.map((file) => preload(file, 'script')),
          ...[...(program.viteMetadata?.importedCss ?? [])].map((file) => preload(file, 'style')),
        ];
      },
    },
  };
}

export default defineConfig({
  // Relative addresses: the app is served under any prefix.
  base: './',
  plugins: [react(), loadedAhead()],
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
          groups: [
            { name: kStart, test: /src\/start\.ts$/, priority: 1 },
            { name: kApp, test: (id) => ofProgram.has(id) },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/ajax-api', '/api', '/get-artifact', '/version'].map((path) => [path, server])),
  },
});
