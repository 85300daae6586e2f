import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/tokens.css';
import './theme/base.css';
import { client } from './api/client.ts';
import { followServer } from './live/follow.ts';
import { App } from './shell/app.tsx';
import { takeEarly } from './take-early.ts';
import { startTheme } from './theme/theme.ts';

takeEarly(client);
startTheme();
// After the first picture is under way.
setTimeout(() => followServer(client));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
