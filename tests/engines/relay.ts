// Between a browser and the sandbox: what is asked for can be held there. A proxy would be one more difference between the engines.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export class Relay {
  private constructor(
    private readonly server: http.Server,
    /** `http://127.0.0.1:PORT/` */
    readonly url: string,
  ) {}

  /** Listens on a free port; `before` is awaited before a request goes on to `target`, and may give headers to put over the answer's. */
  static async open(target: string, before: (url: string) => Promise<http.OutgoingHttpHeaders | void>): Promise<Relay> {
    const server = http.createServer((request, response) => {
      const url = request.url ?? '/';
      const pass = async () => {
        const others = (await before(url)) ?? {};
        const onward = http.request(new URL(url, target), { method: request.method, headers: request.headers, agent: false });
        onward.on('error', () => response.destroy());
        onward.on('response', (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...others })));
        request.pipe(onward);
      };
      void pass().catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Relay(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
