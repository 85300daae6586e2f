import { useEffect, useState } from 'react';
import { copyText } from '../state/clipboard.ts';
import { Button } from './button.tsx';
import { complain } from './toasts.tsx';

const kShownFor = 1_500;

export function CopyButton({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), kShownFor);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await copyText(text);
      setCopied(true);
    } catch (error) {
      complain(error);
    }
  };
  return (
    <Button look="plain" icon={copied ? 'check' : 'copy'} iconOnly onClick={() => void copy()}>
      {copied ? 'Copied' : label}
    </Button>
  );
}
