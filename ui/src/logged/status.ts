import type { LoggedModel } from '../api/logged-models.ts';

export const kStatusNames: Record<LoggedModel['status'], string> = {
  PENDING: 'Being uploaded',
  READY: 'Ready',
  FAILED: 'Upload failed',
  UNKNOWN: 'Unknown',
};
