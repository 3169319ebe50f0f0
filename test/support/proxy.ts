import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to a server that can be disturbed as networks are. */
export interface Proxy {
  /** The address of the server, by this way. */
  url: string;
  /** How many connections are open. */
  open: () => number;
  /** How many connections were ever asked for. */
  asked: () => number;
  /** From now on packets vanish both ways; what is open stays so, and whoever comes is let in. */
  hold: () => void;
  /** From now on packets wait both ways. */
  delay: () => void;
  /** From now on they arrive again, with those that waited; those that vanished never do. */
  pass: () => void;
  /** From now on so many of the packets reset their connection, by the numbers of `random`. */
  reset: (rate: number, random?: () => number) => void;
  /** Resets every connection. */
  resetAll: () => void;
  /** From now on nobody is let in, and nobody stays. */
  refuse: () => Promise<void>;
  /** Undoes `refuse`. */
  listen: () => Promise<void>;
}

/** Opens a way to the server of a URL on a port of its own. */
export async function proxyTo(url: string): Promise<Proxy> {
  const to = new URL(url);
  const sockets = new Set<Socket>();
  const ended = new Set<Socket>();
  let held = false;
  let late = false;
  let asked = 0;
  let rate = 0;
  let random = Math.random;

  const join = (from: Socket, other: Socket) => {
    sockets.add(from);
    from.on('data', (packet) => {
      if (held) return;
      if (random() < rate) {
        from.resetAndDestroy();
        other.resetAndDestroy();
      } else other.write(packet);
    });
    if (late) from.pause();
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      // That it is closed does not arrive either.
      if (held) ended.add(other);
      else other.destroy();
    });
  };
  const server: Server = createServer((client) => {
    asked += 1;
    const target = connect(Number(to.port), to.hostname);
    join(client, target);
    join(target, client);
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const through = new URL(url);
  through.host = `127.0.0.1:${port}`;

  return {
    url: through.toString(),
    open: () => sockets.size / 2,
    asked: () => asked,
    hold: () => void (held = true),
    delay: () => {
      late = true;
      for (const socket of sockets) socket.pause();
    },
    pass: () => {
      held = false;
      late = false;
      rate = 0;
      for (const socket of sockets) socket.resume();
      for (const socket of ended) socket.destroy();
      ended.clear();
    },
    reset: (often, numbers = Math.random) => {
      rate = often;
      random = numbers;
    },
    resetAll: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    refuse: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    listen: async () => {
      if (!server.listening) await listen(port);
    },
  };
}
