import { setTimeout as pause } from 'node:timers/promises';
import { Member, type Run } from './member.js';

const REFRESH = 'mutation { session: sessionRefresh { accessToken userErrors { code } } }';

/** Somebody who signs in, comes back with the cookie a few times, and signs in anew. */
export class ReturningVisitor {
  readonly member: Member;

  constructor(run: Run, email: string) {
    this.member = new Member(run, email);
  }

  async work(every: number): Promise<void> {
    const { ending } = this.member.run;
    while (!ending.aborted) {
      let cookie = cookieOf(await this.member.signIn());
      for (let visit = 0; visit < 5 && cookie && !ending.aborted; visit += 1) {
        await pause(every * (0.5 + Math.random()));
        const reply = await this.member.send('refresh', {
          method: 'POST',
          path: '/graphql',
          headers: { 'content-type': 'application/json', cookie },
          body: JSON.stringify({ query: REFRESH }),
        });
        cookie = cookieOf(reply);
      }
      await pause(every);
    }
  }
}

function cookieOf(reply: { headers: { 'set-cookie'?: string[] } } | null): string | null {
  return reply?.headers['set-cookie']?.[0]?.split(';')[0] ?? null;
}
