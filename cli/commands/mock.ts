import { DEFECTS } from '../../mock/defects/index.ts';
import { startEndpoint } from '../../mock/endpoint.ts';
import { VARIANTS } from '../../mock/variants/index.ts';

export interface MockOptions {
  readonly port: number;
  readonly token: string;
  readonly provisioning: 'open' | 'fixed';
  readonly namespace?: readonly string[];
  readonly repository?: readonly string[];
  readonly account?: readonly string[];
  readonly defect?: readonly string[];
  readonly variant?: readonly string[];
  readonly latency: number;
  readonly now?: Date;
  readonly listDefects?: boolean;
  readonly listVariants?: boolean;
  readonly json?: boolean;
}

/** Serves the reference endpoint until it is told to stop; the first line on standard output says where it is. */
export async function mock(options: MockOptions, print: (text: string) => void): Promise<number> {
  if (options.listDefects === true) return list(DEFECTS, options.json, print);
  if (options.listVariants === true) return list(VARIANTS, options.json, print);
  const endpoint = await start(options);
  // Whoever reads the first line may stop us at once.
  const stop = stopped();
  print(`${JSON.stringify({ url: endpoint.url, token: endpoint.token, pid: process.pid })}\n`);
  process.stderr.write(`Serving the reference endpoint at ${endpoint.url}; stop it with Ctrl-C.\n`);
  await stop;
  await endpoint.close();
  return 0;
}

function start(options: MockOptions): ReturnType<typeof startEndpoint> {
  return startEndpoint({
    port: options.port,
    token: options.token,
    provisioning: options.provisioning,
    namespaces: options.namespace ?? [],
    repositories: options.repository ?? [],
    accounts: options.account ?? [],
    defects: options.defect ?? [],
    variants: options.variant ?? [],
    latency: options.latency,
    now: options.now?.toISOString() ?? null,
  });
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

interface Listed {
  readonly name: string;
  readonly requirement?: string;
  readonly operation?: string;
  readonly title: string;
}

function list(entries: readonly Listed[], json: boolean | undefined, print: (text: string) => void): number {
  if (json === true) {
    const rows = entries.map(({ name, requirement, operation, title }) => ({
      name,
      requirement: requirement ?? null,
      operation: operation ?? null,
      title,
    }));
    print(`${JSON.stringify(rows, null, 2)}\n`);
    return 0;
  }
  const width = Math.max(...entries.map(({ name }) => name.length));
  print(`${entries.map(({ name, title }) => `${name.padEnd(width)}  ${title}`).join('\n')}\n`);
  return 0;
}
