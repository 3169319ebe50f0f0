/** No graph at all: one statement an answer, whose JSON PostgreSQL builds; GET / answers 304. */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { BARE } from '../questions.js';
import { ready } from './measured.js';

const pool = new pg.Pool({ connectionString: process.argv[2], max: 16 });
const server = createServer(async (request, response) => {
  if (request.method === 'GET') {
    response.writeHead(304, { etag: request.headers['if-none-match'] }).end();
    return;
  }
  const { name, values } = JSON.parse(await text(request));
  try {
    const { rows } = await pool.query({ name, text: BARE[name], values });
    const body = Buffer.from(`{"data":${rows[0].answer}}`);
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
      .end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}`));
