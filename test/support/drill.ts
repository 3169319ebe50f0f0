import { expect } from '@jest/globals';

/** What drills ask of a hub of the demo in a process of its own. */
export async function ask(at: string, query: string, variables: object = {}, token?: string) {
  const response = await fetch(`${at}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: any; errors?: object[] };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

export async function signIn(at: string, name: string, password: string): Promise<string> {
  const { sessionStart } = await ask(
    at,
    `mutation ($email: String!, $password: String!) {
      sessionStart(input: { email: $email, password: $password }) { accessToken } }`,
    { email: `${name}@demo.example`, password },
  );
  return sessionStart.accessToken;
}

/** Does something again and again, with a number each time, until it is stopped. */
export function again(work: (number: number) => Promise<void>) {
  const done: number[] = [];
  let going = true;
  const working = (async () => {
    for (let number = 1; going; number += 1) {
      await work(number);
      done.push(number);
    }
  })();
  return {
    done,
    stop: async () => {
      going = false;
      await working;
    },
  };
}

export async function makeKey(at: string, operator: string, name: string): Promise<string> {
  const { apiKeyCreate } = await ask(
    at,
    `mutation ($name: String!) {
      apiKeyCreate(input: { name: $name, scopes: [READ_PUBLIC] }) { secret } }`,
    { name },
    operator,
  );
  return apiKeyCreate.secret;
}

/** Publishes: a school changes its owner, and the figures by owner with it. */
export async function changeOwner(at: string, operator: string, number: number): Promise<void> {
  const code = `DN-THPT-0${(number % 3) + 1}`;
  const { institution } = await ask(
    at,
    `{ institution(code: "${code}") { id version ownership } }`,
  );
  const ownership = institution.ownership === 'PUBLIC' ? 'PRIVATE' : 'PUBLIC';
  const { institutionChange } = await ask(
    at,
    `mutation ($input: InstitutionChangeInput!) {
      institutionChange(input: $input) { userErrors { message } } }`,
    { input: { id: institution.id, version: institution.version, ownership, reason: 'Thử' } },
    operator,
  );
  expect(institutionChange.userErrors).toEqual([]);
}

/** The numbers of the keys that were made one after the other, in order. */
export async function keyNumbers(at: string, operator: string): Promise<number[]> {
  const numbers: number[] = [];
  for (let after: string | null = null; ;) {
    const { apiKeys }: any = await ask(
      at,
      `query ($after: String) { apiKeys(first: 100, after: $after) {
        nodes { name } pageInfo { hasNextPage endCursor } } }`,
      { after },
      operator,
    );
    for (const { name } of apiKeys.nodes) {
      const number = /^Khoá (\d+)$/.exec(name)?.[1];
      if (number !== undefined) numbers.push(Number(number));
    }
    if (!apiKeys.pageInfo.hasNextPage) return numbers.sort((one, other) => one - other);
    after = apiKeys.pageInfo.endCursor;
  }
}
