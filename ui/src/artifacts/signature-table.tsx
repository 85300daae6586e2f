import type { Signature, SignatureField } from './mlmodel.ts';
import styles from './signature-table.module.css';

const kParts: [keyof Signature, string][] = [
  ['inputs', 'Inputs'],
  ['outputs', 'Outputs'],
  ['params', 'Parameters'],
];

/** What a model wants and gives. */
export function SignatureTable({ signature }: { signature: Signature }) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Signature</caption>
      {kParts.map(([part, title]) => (
        <Rows key={part} title={title} fields={signature[part]} />
      ))}
    </table>
  );
}

function Rows({ title, fields }: { title: string; fields: SignatureField[] }) {
  if (fields.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className={styles.title}>
          {title}
        </th>
      </tr>
      <FieldRows fields={fields} />
    </tbody>
  );
}

function FieldRows({ fields }: { fields: readonly SignatureField[] }) {
  return fields.map(({ name, type, required, fallback }) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>
        <code>{type}</code>
      </td>
      <td className={styles.remark}>{fallback === undefined ? !required && 'optional' : `default ${fallback}`}</td>
    </tr>
  ));
}

/** Columns or tensors alone. */
export function FieldsTable({ caption, fields }: { caption: string; fields: readonly SignatureField[] }) {
  return (
    <table className={styles.table}>
      <caption className={styles.title}>{caption}</caption>
      <tbody>
        <FieldRows fields={fields} />
      </tbody>
    </table>
  );
}
