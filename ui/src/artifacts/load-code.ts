// The Python lines that load a model. Pure.

import type { Snippet } from '../ui/snippets-part.tsx';

// MLflow's flavours are the names of the modules that load them; others are somebody's own.
const kModules = new Set(
  (
    'catboost dspy fastai h2o johnsnowlabs keras langchain lightgbm llama_index onnx openai paddle pmdarima prophet ' +
    'pytorch sentence_transformers sklearn spacy spark statsmodels tensorflow transformers xgboost'
  ).split(' '),
);

/** A text as Python writes it. */
export const pythonText = (text: string) => JSON.stringify(text);

export const pythonStart = (server: string, module = 'mlflow') => `import ${module}

mlflow.set_tracking_uri(${pythonText(server)})`;

function loading(flavor: string, server: string, uri: string): string {
  const imported = flavor === 'pyfunc' ? 'mlflow' : `mlflow.${flavor}`;
  return `${pythonStart(server, imported)}
model = mlflow.${flavor}.load_model(${pythonText(uri)})`;
}

/** For programs that take any model (pyfunc), then with each flavour's own interface, then as files. */
export function loadSnippets(server: string, uri: string, flavors: readonly string[]): Snippet[] {
  const own = flavors.filter((flavor) => kModules.has(flavor));
  return [
    {
      name: 'pyfunc',
      code: `${loading('pyfunc', server, uri)}
predictions = model.predict(data)`,
    },
    ...own.map((flavor) => ({ name: flavor, code: loading(flavor, server, uri) })),
    {
      name: 'files',
      code: `${pythonStart(server)}
folder = mlflow.artifacts.download_artifacts(artifact_uri=${pythonText(uri)})`,
    },
  ];
}
