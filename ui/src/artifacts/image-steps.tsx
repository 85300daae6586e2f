import { useId, useState } from 'react';
import { fileAddress, type Owner } from '../api/artifacts.ts';
import styles from './folder-view.module.css';
import type { LoggedImage } from './logged-images.ts';

interface Props {
  owner: Owner;
  name: string;
  images: readonly LoggedImage[];
}

/** The images of a key, one at a time, with a slider over their steps. */
export function ImageSteps({ owner, name, images }: Props) {
  const [at, setAt] = useState(images.length - 1);
  const id = useId();
  const image = images[Math.min(at, images.length - 1)];
  if (!image) return null;
  return (
    <figure className={styles.steps}>
      <figcaption className={styles.caption}>
        <label htmlFor={id}>{name}</label>
        <output htmlFor={id}>step {image.step}</output>
      </figcaption>
      <input
        id={id}
        type="range"
        min={0}
        max={images.length - 1}
        value={Math.min(at, images.length - 1)}
        disabled={images.length === 1}
        aria-valuetext={`step ${image.step}`}
        onChange={(event) => setAt(Number(event.target.value))}
      />
      <img src={fileAddress(owner, image.path)} alt={`${name} at step ${image.step}`} loading="lazy" />
    </figure>
  );
}
