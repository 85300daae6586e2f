import type { ModelVersion } from '../api/models.ts';
import { hrefs } from '../router/routes.ts';
import { useRun } from '../run/use-run.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Detail, DetailList } from '../ui/detail-list.tsx';
import { Part } from '../ui/part.tsx';
import { FullTime } from '../ui/time.tsx';

const kStatuses: Record<ModelVersion['status'], string> = {
  READY: 'Ready',
  PENDING_REGISTRATION: 'Being registered',
  FAILED_REGISTRATION: 'Registration failed',
};

export function VersionDetails({ version }: { version: ModelVersion }) {
  const { name, version: number, source, run_id: run, status_message: message } = version;
  const uri = `models:/${name}/${number}`;
  return (
    <Part title="Details">
      <DetailList>
        <Detail name="Status">
          {kStatuses[version.status]}
          {message && `: ${message}`}
        </Detail>
        <Detail name="Registered">
          <FullTime at={version.creation_timestamp} />
        </Detail>
        <Detail name="Changed">
          <FullTime at={version.last_updated_timestamp} />
        </Detail>
        <Detail name="By">{version.user_id}</Detail>
        <Detail name="Source run">{run && <SourceRun id={run} />}</Detail>
        <Detail name="Source">{source && <code>{source}</code>}</Detail>
        <Detail name="Name">
          <code>{uri}</code>
          <CopyButton label="Copy the name by which it is loaded" text={uri} />
        </Detail>
      </DetailList>
    </Part>
  );
}

function SourceRun({ id }: { id: string }) {
  const { data: run } = useRun(id);
  if (!run) return <code>{id}</code>;
  return <a href={hrefs.run(run.info.experiment_id, id)}>{run.info.run_name || id}</a>;
}
