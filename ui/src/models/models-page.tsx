import { useState } from 'react';
import { pythonStart } from '../artifacts/load-code.ts';
import { formatAddress, navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { useAddress } from '../router/use-address.ts';
import { Frame } from '../shell/frame.tsx';
import { serverAddress } from '../state/server-address.ts';
import { Button } from '../ui/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { SearchField, TextField } from '../ui/field.tsx';
import { Waiting } from '../ui/loaded.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import page from '../ui/page.module.css';
import { ModelList } from './model-list.tsx';
import { useModels } from './queries.ts';
import { useModelDeeds } from './use-model-deeds.ts';

export function ModelsPage() {
  const { path, query } = useAddress();
  const search = query.get('search') ?? '';
  const [creating, setCreating] = useState(false);
  const find = (text: string) =>
    navigate(formatAddress(path, new URLSearchParams(text ? { search: text } : {})), 'replace');
  return (
    <Frame title="Models" crumbs={[{ label: 'Models' }]}>
      <div className={page.page}>
        <header className={page.header}>
          <h1 className={page.title}>Registered models</h1>
          <div className={page.search}>
            <SearchField label="Find by name" value={search} onChange={(event) => find(event.target.value)} />
          </div>
          <Button look="primary" icon="plus" onClick={() => setCreating(true)}>
            New model
          </Button>
        </header>
        <Found search={search} />
      </div>
      {creating && <CreateModel onClose={() => setCreating(false)} />}
    </Frame>
  );
}

function Found({ search }: { search: string }) {
  const found = useModels(search);
  if (found.error) return <ErrorNotice error={found.error} retry={() => void found.refetch()} />;
  if (!found.models) return <Waiting />;
  if (found.models.length === 0)
    return search ? <Notice title={`No model has “${search}” in its name`} /> : <NoModels />;
  return (
    <>
      <ModelList models={found.models} />
      {found.hasNextPage && (
        <div className={page.more}>
          <Button onClick={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

function NoModels() {
  return (
    <Notice title="No models yet">
      <p>A run’s model becomes a version of a registered model:</p>
      <CodeBlock
        label="the lines"
        code={`${pythonStart(serverAddress())}
mlflow.register_model("runs:/RUN_ID/model", "NAME")`}
      />
    </Notice>
  );
}

function CreateModel({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const { create } = useModelDeeds();
  const createAndOpen = async () => {
    await create(name.trim());
    navigate(hrefs.model(name.trim()));
  };
  return (
    <Confirm title="New model" deedName="Create" disabled={!name.trim()} deed={createAndOpen} onClose={onClose}>
      <TextField label="Name" value={name} autoFocus onChange={(event) => setName(event.target.value)} />
    </Confirm>
  );
}
