import type { Owner } from '../api/artifacts.ts';
import { cairnAddress } from '../api/http.ts';

/** Where a file is shown rather than saved, shut off from everything else: for frames. */
export function viewAddress(owner: Owner, path: string): string {
  if ('run' in owner) return cairnAddress(`artifacts/view?${new URLSearchParams({ run_id: owner.run, path })}`);
  if ('loggedModel' in owner)
    return cairnAddress(`artifacts/view?${new URLSearchParams({ model_id: owner.loggedModel, path })}`);
  return '';
}
