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
  ['the secret whsec_s3cret-_s3cret', 'the secret whsec_…'],
])('of “%s” nothing secret is left', (text, left) => {
  expect(withoutSecrets(text)).toBe(left);
});

test.each([
  'a request failed',
  'PUT /evidence/uploads/:token',
  'the hub listens on http://127.0.0.1:4000',
  'is it well? Ask /health/ready',
  'postgresql://hub@db:5432/hub',
])('“%s” stays as it is', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

test('a line of JSON stays one', () => {
  const line = JSON.stringify({
    msg: 'at "/a?b=c"\n - detail: Key ("a")=(b)\n at d',
    url: 'postgresql://u:p@h/d',
    more: [1],
  });

  expect(JSON.parse(withoutSecrets(line))).toEqual({
    msg: 'at "/a?…"\n - detail: …\n at d',
    url: 'postgresql://u:…@h/d',
    more: [1],
  });
});
