import type { Owner } from '../api/artifacts.ts';
import { serverAddress } from '../state/server-address.ts';
import { SnippetsPart } from '../ui/snippets-part.tsx';
import { loadSnippets } from './load-code.ts';
import { useMlModel } from './use-mlmodel.ts';

interface Props {
  owner: Owner;
  /** Where its MLmodel file is. */
  folder?: string;
  /** By what name programs load it. */
  uri: string;
}

/** How programs load a model, in the flavours that it has. */
export function LoadModelPart({ owner, folder = '', uri }: Props) {
  const { data: file, isPending } = useMlModel(owner, folder);
  if (isPending) return null;
  return <SnippetsPart title="Load it in Python" snippets={loadSnippets(serverAddress(), uri, file?.flavors ?? [])} />;
}
