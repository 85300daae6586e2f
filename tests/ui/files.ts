// Artifacts of every kind for the tests, made here but for the Parquet file and the clip (recorded by Chromium's
// MediaRecorder: half a second of a changing colour).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Site } from './site.ts';

/** A PNG of one colour. */
export function png(red: number, green: number, blue: number, side = 96): Buffer {
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.from(Array.from({ length: side }, () => [red, green, blue]).flat()),
  ]);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Half a second of silence. */
function wav(): Buffer {
  const samples = 4000;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples, 40);
  return Buffer.concat([header, Buffer.alloc(samples, 128)]);
}

/** One page with a word on it. */
function pdf(): Buffer {
  const drawing = 'BT /F 24 Tf 20 60 Td (cairn) Tj ET';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 120]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = text.length;
  const lines = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`;
  return Buffer.from(`${text}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
}

const testdata = (name: string) => readFileSync(join(import.meta.dirname, 'testdata', name));

export const kMlModel = `artifact_path: model
flavors:
  python_function:
    loader_module: mlflow.sklearn
  sklearn:
    pickled_model: model.pkl
mlflow_version: 3.17.2
model_size_bytes: 1234
signature:
  inputs: '[{"type": "double", "name": "visits", "required": true}, {"type": "string",
    "name": "region", "required": false}]'
  outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "int64", "shape": [-1]}}]'
  params: null
utc_time_created: '2025-03-03 08:00:00.000000'
`;

const image = (key: string, step: number, colour: Buffer): [string, Buffer] => [
  `images/${key}+step+${step}+timestamp+${1_700_000_000_000 + step}+0a1b2c3d-1111-2222-3333-${String(step).padStart(12, '0')}.png`,
  colour,
];

export const kFiles: [path: string, content: string | Buffer][] = [
  ['notes.md', '# Findings\n\n- churn is **seasonal**\n'],
  ['config.yaml', 'learning_rate: 0.01\ndepth: 4\nseed: 1\n'],
  ['metrics.json', '{"auc":0.93,"folds":[0.92,0.94]}'],
  ['train.py', 'import mlflow\n\nmlflow.autolog()\n'],
  ['predictions.csv', 'customer,region,score\nada,"Nord, West",0.91\ngrace,Süd,0.13\n'],
  ['customers.parquet', testdata('customers.parquet')],
  ['eval.json', '{"columns":["question","answer"],"data":[["why?","because"],["how?","so"]]}'],
  ['plots/confusion.png', png(42, 120, 200)],
  ['sounds/beep.wav', wav()],
  ['clips/walk.webm', testdata('clip.webm')],
  ['paper.pdf', pdf()],
  [
    'report.html',
    `<!doctype html><style>h1{color:rgb(1,2,3)}</style><h1>static</h1><p></p><script>
      document.querySelector("h1").textContent = "drawn by " + self.origin;
      const tried = (act) => new Promise((done) => done(act())).then(() => "reached", () => "refused");
      const server = tried(() => fetch(new URL("/health", document.baseURI)));
      const page = tried(() => parent.document.title);
      Promise.all([server, page]).then(([a, b]) => {
        document.querySelector("p").textContent = "server " + a + ", page " + b;
      });
    </script>`,
  ],
  ['model/MLmodel', kMlModel],
  ['model/model.pkl', Buffer.alloc(2000, 7)],
  ['big.log', `${'a line of the log\n'.repeat(100_000)}`],
  ['empty.txt', ''],
  image('mask', 0, png(30, 30, 30)),
  image('mask', 5, png(120, 120, 120)),
  image('mask', 10, png(220, 220, 220)),
];

export async function storeFile(site: Site, run: string, path: string, content: string | Buffer): Promise<void> {
  const root = `${site.seeded.training}/${run}/artifacts`;
  const address = `${site.server.api}/api/2.0/mlflow-artifacts/artifacts/${root}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const response = await fetch(address, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(Buffer.from(content)),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

export async function storeAllFiles(site: Site, run: string): Promise<void> {
  for (const [path, content] of kFiles) await storeFile(site, run, path, content);
  await site.api('runs/set-tag', {
    run_id: run,
    key: 'mlflow.loggedArtifacts',
    value: JSON.stringify([{ path: 'eval.json', type: 'table' }]),
  });
}
