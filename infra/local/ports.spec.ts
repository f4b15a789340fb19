import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, installationPorts, isFree } from './ports.ts';

async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

describe('the ports of an installation', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kbt-ports-'));
  const file = path.join(folder, 'ports.json');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are remembered: the next start has the same ones, whatever it would prefer', async () => {
    const first = await installationPorts(file, ['http', 'postgres']);
    expect(await installationPorts(file, ['http', 'postgres'], { http: await freePort() })).toEqual(first);
  });

  it('give way to the one that is asked for now', async () => {
    const [before, asked] = [await installationPorts(file, ['http', 'postgres']), await freePort()];
    expect(await installationPorts(file, ['http', 'postgres'], {}, { http: asked })).toEqual({ ...before, http: asked });
    expect(await installationPorts(file, ['http', 'postgres'], {}, { http: undefined })).toEqual({ ...before, http: asked });
  });

  it('that somebody else has taken meanwhile are replaced, the others stay', async () => {
    const first = await installationPorts(file, ['http', 'postgres']);
    const other = await listenOn(first.http);
    const second = await installationPorts(file, ['http', 'postgres']);
    expect(second.postgres).toBe(first.postgres);
    expect(second.http).not.toBe(first.http);
    await new Promise((resolve) => other.close(resolve));
    expect(await isFree(first.http)).toBe(true);
  });

  it('are chosen anew where the note of them is damaged', async () => {
    writeFileSync(file, '{"http": 41');
    const { http, postgres } = await installationPorts(file, ['http', 'postgres']);
    expect(http).not.toBe(postgres);
    expect([await isFree(http), await isFree(postgres)]).toEqual([true, true]);
  });

  it('stay below 32768, which Temporal keeps as a signed number of 16 bits', async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()));
    expect(Math.max(...ports)).toBeLessThan(32_768);
  });
});
