import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openServer } from '../../demo/database/server.ts';
import { isAway } from '../../demo/later.ts';
import { postgresql } from './installed.ts';
import { startPostgresql } from './real-postgresql.ts';

const skip = !postgresql && !process.env.CI && 'PostgreSQL is not installed; with CI set this is a failure';

describe('a PostgreSQL server that crashes', { skip }, () => {
  test('a transaction that is open between two statements fails, and the next one succeeds', async (t) => {
    const postgresql = startPostgresql();
    t.after(() => postgresql.stop());
    const database = await openServer(postgresql.address);
    t.after(() => database.close());
    const interrupted = database.transaction(async (queries) => {
      await queries.query('select 1');
      await postgresql.crash();
      await queries.query('select 2');
    });
    await assert.rejects(interrupted);
    assert.deepEqual(await database.transaction((queries) => queries.query('select 3 as three')), [{ three: 3 }]);
  });
});

test('a PostgreSQL whose socket is not there is away, so that the clinic answers 503', async () => {
  const database = await openServer('postgresql://postgres@localhost/postgres?host=/no-such-folder');
  await assert.rejects(database.query('select 1'), (cause: Error) => isAway(cause));
  await database.close();
});
