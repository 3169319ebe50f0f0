import type { TestHub } from './hub.js';

/** What `/metrics` says, by the name and labels of each line. */
export async function metricsOf(
  { server }: Pick<TestHub, 'server'>,
  headers: Record<string, string> = {},
): Promise<{ names: string[]; of: (name: string) => number | undefined }> {
  const { body } = await server.inject({ url: '/metrics', headers });
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const values = new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
  return { names: [...values.keys()], of: (name) => values.get(name) };
}
