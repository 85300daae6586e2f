import { serverAddress } from '../state/server-address.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { ExperimentView } from './view.ts';

interface Props {
  view: ExperimentView;
  experiment: string;
  onClear: () => void;
}

export function NoRuns({ view, experiment, onClear }: Props) {
  if (view.filter || view.lifecycle !== 'Active') {
    return (
      <Notice title={view.filter ? 'No run matches the filter' : 'No runs here'}>
        <Button onClick={onClear}>Show all active runs</Button>
      </Notice>
    );
  }
  return (
    <Notice title="No runs yet">
      <p>Log the first one from Python:</p>
      <pre>
        <code>{`import mlflow

mlflow.set_tracking_uri("${serverAddress()}")
mlflow.set_experiment("${experiment}")
with mlflow.start_run():
    mlflow.log_param("learning_rate", 0.01)
    mlflow.log_metric("loss", 0.5)`}</code>
      </pre>
    </Notice>
  );
}
