import { expect, test } from '@jest/globals';
import { withoutSecrets } from './secrets.js';

test.each([
  ['PUT /evidence/uploads/12.1764000000000.s3cret not found', 'PUT /evidence/uploads/… not found'],
  ['GET /exports/progress.csv?token=s3cret', 'GET /exports/progress.csv?…'],
  ['http://hub:4000/graphql?query={a}&variables=s3cret', 'http://hub:4000/graphql?…'],
  ['postgresql://hub:s3cret@db:5432/hub', 'postgresql://hub:…@db:5432/hub'],
  ['postgresql://hub:s3@cret@db:5432/hub', 'postgresql://hub:…@db:5432/hub'],
  ['postgresql://db/hub?password=s3cret', 'postgresql://db/hub?…'],
  ['host=db password=s3cret user=hub', 'host=db password=… user=hub'],
  ['authorization: Bearer s3cret', 'authorization: Bearer …'],
  ['cookie: hub_refresh=s3cret; other=1', 'cookie: hub_refresh=…; other=1'],
  ['the token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.s3cret', 'the token eyJ…'],
  [`the key edh_0123abcd_${'0a'.repeat(32)}_0123abcd`, 'the key edh_0123abcd_…'],
  ['refused\n - detail: Key (email)=(s3cret) exists.\n at a', 'refused\n - detail: …\n at a'],
  ["postgresql://hub:pa's3cret@db/x", 'postgresql://hub:…@db/x'],
  ['postgresql://hub:s3?cret@db/x', 'postgresql://hub:…'],
  ['http://a/b,http://hub:s3cret@db/x', 'http://a/b,http://hub:…@db/x'],
  ['https://h:4000/a?mail=x@y&token=s3cret', 'https://h:…'],
  ['https://h/a,b?token=s3cret', 'https://h/a,b?…'],
  ['https://h/a=b?token=s3cret', 'https://h/a=b?…'],
  ["/a?name='s3cret'&token=s3cret", '/a?…'],
  ['{"password":"s3cret"}', '{"password":"…"}'],
  ['{"newPassword": "s3\\"cret", "name": "x"}', '{"newPassword": "…", "name": "x"}'],
  ['{"detail":"Key (email)=(s3cret)"}', '{"detail":"…"}'],
  ["{ password: 's3cret', name: 'x' }", "{ password: '…', name: 'x' }"],
  ['Authorization: Basic s3cret==', 'Authorization: Basic …'],
  ['{"authorization":"Basic s3cret"}', '{"authorization":"Basic …"}'],
  ['HUB_TOKEN_SECRET=s3cret', 'HUB_TOKEN_SECRET=…'],
  ['HUB_EVIDENCE_S3_SECRET_ACCESS_KEY=s3cret', 'HUB_EVIDENCE_S3_SECRET_ACCESS_KEY=…'],
  ['grant_type=x&client_secret=s3cret&scope=y', 'grant_type=x&client_secret=…&scope=y'],
  ['password: s3cret', 'password: …'],
  ['DETAIL:  Key (email)=(s3cret) already exists.', 'DETAIL:  …'],
  ['ERROR: Key (email)=(s3cret) already exists.', 'ERROR: Key (email)=…'],
  ['the secret whsec_s3cret-_s3cret', 'the secret whsec_…'],
  ['/invitation#7K3M-0ZQ4-ABCD-1234-XYZ9 by mail', '/invitation#… by mail'],
  ['the code 7k3m-0zq4-abcd-1234-xyz9', 'the code …'],
])('of “%s” nothing secret is left', (text, left) => {
  expect(withoutSecrets(text)).toBe(left);
});

test.each([
  'a request failed',
  'PUT /evidence/uploads/:token',
  'the hub listens on http://127.0.0.1:4000',
  'is it well? Ask /health/ready',
  'postgresql://hub@db:5432/hub',
  'InvalidToken: the sign-in has ended',
  'http://hub:4000/graphql, ask somebody@example.edu.vn',
  'the keys of tokens and secrets are nowhere',
])('“%s” stays as it is', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

test('a line of JSON stays one', () => {
  const line = JSON.stringify({
    msg: 'at "/a?b=c"\n - detail: Key ("a")=(b)\n at d',
    url: 'postgresql://u:p@h/d',
    body: JSON.stringify({ password: 's3"c\\ret\\', name: 'x' }),
    more: [1],
  });

  expect(JSON.parse(withoutSecrets(line))).toEqual({
    msg: 'at "/a?…"\n - detail: …\n at d',
    url: 'postgresql://u:…@h/d',
    body: '{"password":"…","name":"x"}',
    more: [1],
  });
});

const NASTY = [
  '/',
  'a://b:',
  'a://',
  '-eyJ',
  'eyJ.',
  '?',
  '/?',
  '/a ?',
  '@',
  'token',
  'password=',
  'password:',
  '"password":"',
  '\\"password\\":\\"',
  "password:'",
  '\\',
  'Key (',
  'Key (a)=',
  'detail: ',
  'authorization:',
  'Bearer ',
  ' ',
  'edh_01234567_',
  'whsec_',
];

test.each(NASTY)('100,000 characters of “%s” are read within a second', (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length));
  const begun = performance.now();

  withoutSecrets(text);
  withoutSecrets(`a://b:/${text}`);

  expect(performance.now() - begun).toBeLessThan(1000);
});
