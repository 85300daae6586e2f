import { useState } from 'react';

/** Runs a dialog's deed: closes after success, keeps the reason of a failure to be shown. */
export function useSubmit(deed: () => Promise<unknown>, onDone: () => void) {
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    try {
      await deed();
      onDone();
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason));
      setBusy(false);
    }
  };
  return { error, busy, submit: () => void submit() };
}
