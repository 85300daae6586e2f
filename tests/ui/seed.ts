// Fills a tracking server with runs to look at, over MLflow's REST API. The same call gives the same data.
//
//   node tests/ui/seed.ts http://127.0.0.1:5000 [runs]

type Json = Record<string, unknown>;

export interface Seeded {
  training: string; // experiment with many runs, histories, several statuses
  search: string; // parents with children
  empty: string;
}

interface Metric {
  key: string;
  value: number | string;
  timestamp: number;
  step: number;
}

const kStart = Date.UTC(2025, 2, 3, 8, 0, 0);
const kMinute = 60_000;

/** Mulberry32: small, seeded, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Server {
  readonly base: string;
  constructor(base: string) {
    this.base = base;
  }

  async post(path: string, body: Json): Promise<Json> {
    const response = await fetch(`${this.base}/api/2.0/mlflow/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Json;
  }

  async experiment(name: string, tags: Record<string, string> = {}): Promise<string> {
    const pairs = Object.entries(tags).map(([key, value]) => ({ key, value }));
    return (await this.post('experiments/create', { name, tags: pairs })).experiment_id as string;
  }

  async run(experiment: string, name: string, start: number, tags: Record<string, string> = {}): Promise<string> {
    const pairs = Object.entries(tags).map(([key, value]) => ({ key, value }));
    const answer = await this.post('runs/create', {
      experiment_id: experiment,
      run_name: name,
      start_time: start,
      user_id: tags['mlflow.user'] ?? 'ada',
      tags: pairs,
    });
    return ((answer.run as Json).info as Json).run_id as string;
  }

  async log(run: string, metrics: Metric[], params: Record<string, string | number> = {}): Promise<void> {
    const pairs = Object.entries(params).map(([key, value]) => ({ key, value: String(value) }));
    for (let at = 0; at === 0 || at < metrics.length; at += 800) {
      await this.post('runs/log-batch', {
        run_id: run,
        metrics: metrics.slice(at, at + 800),
        params: at === 0 ? pairs : [],
      });
    }
  }

  async end(run: string, status: string, end: number): Promise<void> {
    await this.post('runs/update', { run_id: run, status, end_time: end });
  }
}

function trainingCurve(random: () => number, epochs: number, start: number, rate: number): Metric[] {
  const floor = 0.15 + random() * 0.2;
  const metrics: Metric[] = [];
  for (let step = 0; step < epochs; step++) {
    const timestamp = start + step * 7_000;
    const noise = () => (random() - 0.5) * 0.04;
    const loss = floor + 2.1 * Math.exp(-step * rate * 20) + noise();
    const accuracy = Math.min(0.995, 1 - loss / 2.6 + noise() / 4);
    metrics.push(
      { key: 'train/loss', value: loss, timestamp, step },
      { key: 'val/loss', value: loss * 1.15 + noise(), timestamp, step },
      { key: 'val/accuracy', value: accuracy, timestamp, step },
      { key: 'lr', value: rate * 0.97 ** step, timestamp, step },
    );
  }
  return metrics;
}

function systemMetrics(random: () => number, start: number): Metric[] {
  return Array.from({ length: 30 }, (_, step) => [
    { key: 'system/cpu_utilization_percentage', value: 40 + random() * 50, timestamp: start + step * 10_000, step },
    { key: 'system/system_memory_usage_megabytes', value: 2000 + step * 40, timestamp: start + step * 10_000, step },
  ]).flat();
}

function statusOf(index: number, draw: number): string {
  if (index < 2) return 'RUNNING';
  if (draw < 0.06) return 'FAILED';
  if (draw < 0.09) return 'KILLED';
  return 'FINISHED';
}

const kOptimizers = ['adam', 'adamw', 'sgd', 'lion'];
const kPeople = ['ada', 'grace', 'linus'];

async function seedTraining(server: Server, runs: number): Promise<string> {
  const experiment = await server.experiment('churn-classifier', {
    'mlflow.note.content':
      '# Churn\n\nWho leaves next month?\n\n- data: `customers-2025-03`\n- goal: **AUC above 0.9**',
    team: 'growth',
  });
  for (let back = runs - 1; back >= 0; back--) {
    const random = randomFrom(back + 1);
    const start = kStart - back * 37 * kMinute;
    const rate = [0.0003, 0.001, 0.003, 0.01][Math.floor(random() * 4)] ?? 0.001;
    const epochs = back < 40 ? 120 : 3;
    const curve = trainingCurve(random, epochs, start, rate);
    const user = kPeople[Math.floor(random() * kPeople.length)] ?? 'ada';
    const run = await server.run(experiment, `train-${String(runs - back).padStart(4, '0')}`, start, {
      'mlflow.user': user,
      'mlflow.source.name': 'train.py',
      'mlflow.source.git.commit': '3f9c2e7b8a1d4c5e6f708192a3b4c5d6e7f80912',
      stage: random() < 0.2 ? 'candidate' : 'exploration',
    });
    const final = curve.findLast((metric) => metric.key === 'val/accuracy')?.value as number;
    const metrics = [
      ...curve,
      { key: 'auc', value: 0.5 + final / 2 - random() * 0.03, timestamp: start, step: 0 },
      { key: 'f1', value: final - 0.05 + random() * 0.02, timestamp: start, step: 0 },
      ...(back === 1 ? systemMetrics(random, start) : []),
      ...(back === 5 ? [{ key: 'auc_ratio', value: 'NaN', timestamp: start, step: 0 }] : []),
    ];
    await server.log(run, metrics, {
      learning_rate: rate,
      batch_size: [32, 64, 128][Math.floor(random() * 3)] ?? 32,
      optimizer: kOptimizers[Math.floor(random() * kOptimizers.length)] ?? 'adam',
      depth: 2 + Math.floor(random() * 6),
      dropout: (random() * 0.5).toFixed(2),
      seed: back,
      data_version: 'customers-2025-03',
    });
    const status = statusOf(back, random());
    if (status !== 'RUNNING') await server.end(run, status, start + Math.round((2 + random() * 40) * kMinute));
  }
  return experiment;
}

async function seedSearch(server: Server): Promise<string> {
  const experiment = await server.experiment('hyperparameter-search', { team: 'platform' });
  for (let sweep = 0; sweep < 3; sweep++) {
    const start = kStart - sweep * 24 * 60 * kMinute;
    const parent = await server.run(experiment, `sweep-${sweep + 1}`, start);
    await server.log(parent, [], { trials: 8, strategy: 'tpe' });
    for (let trial = 0; trial < 8; trial++) {
      const random = randomFrom(1000 + sweep * 10 + trial);
      const child = await server.run(experiment, `trial-${sweep + 1}-${trial + 1}`, start + trial * kMinute, {
        'mlflow.parentRunId': parent,
      });
      await server.log(child, [{ key: 'rmse', value: 0.4 + random(), timestamp: start, step: 0 }], {
        max_depth: 2 + trial,
        eta: (0.05 + random() * 0.3).toFixed(3),
      });
      await server.end(child, 'FINISHED', start + (trial + 1) * kMinute);
    }
    await server.end(parent, 'FINISHED', start + 10 * kMinute);
  }
  return experiment;
}

export async function seed(base: string, runs = 260): Promise<Seeded> {
  const server = new Server(base);
  const search = await seedSearch(server);
  const training = await seedTraining(server, runs);
  const empty = await server.experiment('next-idea');
  return { training, search, empty };
}

if (process.argv[1] === import.meta.filename) {
  const [, , base, runs] = process.argv;
  if (!base) throw new Error('usage: seed.ts http://host:port [runs]');
  console.log(JSON.stringify(await seed(base, runs ? Number(runs) : undefined)));
}
