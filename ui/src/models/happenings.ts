// What happened to a model, as far as its times tell. Pure.

import type { ModelVersion, RegisteredModel } from '../api/models.ts';

export interface Happening {
  at: number;
  text: string;
  /** The version that it is about. */
  version?: string;
}

/** The newest first. The registry keeps when something last changed, not what it was before. */
export function happeningsOf(model: RegisteredModel, versions: readonly ModelVersion[]): Happening[] {
  const all: Happening[] = [{ at: model.creation_timestamp, text: 'Model created' }];
  for (const { version, creation_timestamp: created, last_updated_timestamp: changed, ...rest } of versions) {
    all.push({
      at: created,
      text: `Version ${version} registered${rest.user_id ? ` by ${rest.user_id}` : ''}`,
      version,
    });
    if (changed > created) all.push({ at: changed, text: `Version ${version} changed${stageText(rest)}`, version });
  }
  const newest = Math.max(...all.map(({ at }) => at));
  if (model.last_updated_timestamp > newest) all.push({ at: model.last_updated_timestamp, text: 'Model changed' });
  return all.sort((a, b) => b.at - a.at);
}

function stageText({ current_stage: stage }: Pick<ModelVersion, 'current_stage'>): string {
  return stage === 'None' ? '' : `, now ${stage}`;
}
