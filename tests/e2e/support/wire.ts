// The wire between the browser and the world: a proxy that the browser must use for everything, loopback too. It records
// every request as it really leaves the browser, whatever made it: fetch, XHR, beacon, form, worker, image, navigation.
// Only the site's own origin is connected; anything else is recorded and refused.
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';

/** One request as it left the browser. */
export interface Sent {
  method: string;
  url: string;
  headers: string;
  body: Buffer;
}

/** One answer as it reached the browser. */
export interface Received {
  url: string;
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** What a test lets happen to a request on its way. */
export interface Faults {
  /** Before the request goes on to the server. */
  before?: (sent: Sent) => Promise<void>;
  /** After the server has answered: with `true` the answer is lost. */
  isLost?: (sent: Sent) => Promise<boolean>;
  /** What reaches the browser instead of this answer. */
  changed?: (sent: Sent, body: string) => string;
}

export class Wire {
  readonly sent: Sent[] = [];
  readonly received: Received[] = [];
  faults: Faults = {};
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: http.Server,
    private readonly origins: Set<string>,
  ) {}

  /** Listens on a free port and lets through what goes to `origin`. */
  static async open(origin: string): Promise<Wire> {
    const server = http.createServer();
    const wire = new Wire(server, new Set([origin]));
    server.on('request', (request, response) => void wire.relay(request, response));
    server.on('connect', (request, socket, head) => wire.tunnel(request, socket as Socket, head));
    server.on('connection', (socket) => {
      wire.sockets.add(socket);
      socket.on('close', () => wire.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  /** Lets through what goes to one more origin. */
  allow(origin: string): void {
    this.origins.add(origin);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '';
    const entry: Sent = {
      method: request.method ?? '',
      url,
      headers: request.rawHeaders.join('\n'),
      body: Buffer.alloc(0),
    };
    this.sent.push(entry);
    // What the browser gives up half-way stays on record as far as it came.
    request.on('error', () => response.destroy());
    request.on('data', (chunk: Buffer) => (entry.body = Buffer.concat([entry.body, chunk])));
    request.on('end', () => void this.pass(entry, request, response));
  }

  private async pass(sent: Sent, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.origins.has(new URL(sent.url).origin)) return void response.writeHead(502).end();
    await this.faults.before?.(sent);
    const onward = http.request(sent.url, { method: sent.method, headers: request.headers, agent: false });
    // What cannot be reached looks to the browser as it would without a proxy: the connection just ends.
    onward.on('error', () => response.destroy());
    onward.on('response', (answer) => void this.answer(sent, answer, response).catch(() => response.destroy()));
    onward.end(sent.body);
  }

  private async answer(sent: Sent, answer: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    let body = Buffer.concat(chunks);
    if (await this.faults.isLost?.(sent)) return void response.destroy();
    if (this.faults.changed) {
      body = Buffer.from(this.faults.changed(sent, body.toString()));
      delete answer.headers['content-length'];
    }
    const status = answer.statusCode ?? 502;
    this.received.push({ url: sent.url, status, headers: answer.headers, body });
    // The connection to the browser lives on, as with a real server: "connection" is between the wire and the sandbox.
    const { connection: _, ...headers } = answer.headers;
    response.writeHead(status, headers).end(body);
  }

  /** `https:` and WebSockets: the handshake of a WebSocket in clear is on record with its bytes. */
  private tunnel(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const target = request.url ?? '';
    const entry: Sent = {
      method: 'CONNECT',
      url: `tunnel://${target}`,
      headers: request.rawHeaders.join('\n'),
      body: head,
    };
    this.sent.push(entry);
    const { origin, hostname, port } = new URL(`http://${target}`);
    socket.on('error', () => socket.destroy());
    if (!this.origins.has(origin)) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const onward = net.connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    socket.on('data', (chunk: Buffer) => (entry.body = Buffer.concat([entry.body, chunk])));
    onward.on('error', () => socket.destroy());
  }
}
