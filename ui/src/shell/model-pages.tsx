import { LoggedModelPage } from '../logged/logged-model-page.tsx';
import { LoggedModelsPage } from '../logged/logged-models-page.tsx';
import { CompareVersionsPage } from '../models/compare-versions-page.tsx';
import { ModelPage } from '../models/model-page.tsx';
import { ModelsPage } from '../models/models-page.tsx';
import { VersionPage } from '../models/version-page.tsx';
import type { Route } from '../router/routes.ts';

export type ModelRoute = Extract<
  Route,
  { page: 'models' | 'model' | 'model-version' | 'compare-versions' | 'logged-models' | 'logged-model' }
>;

/** The pages about models, loaded together when one of them is first opened. */
export default function ModelPages({ route }: { route: ModelRoute }) {
  switch (route.page) {
    case 'models':
      return <ModelsPage />;
    case 'model':
      return <ModelPage key={route.name} name={route.name} />;
    case 'model-version':
      return (
        <VersionPage key={`${route.name} ${route.version}`} name={route.name} number={route.version} tab={route.tab} />
      );
    case 'compare-versions':
      return <CompareVersionsPage name={route.name} numbers={route.versions} />;
    case 'logged-models':
      return <LoggedModelsPage experiment={route.experiment} />;
    case 'logged-model':
      return <LoggedModelPage key={route.model} experiment={route.experiment} id={route.model} tab={route.tab} />;
  }
}
