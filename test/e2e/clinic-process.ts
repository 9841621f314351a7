import { fileURLToPath } from 'node:url';
import { openClinic } from '../../demo/app.ts';
import { openDatabase } from '../../demo/database/open.ts';
import { shortTimes } from './suites/fhir-forwarding.ts';

// The clinic in a process of its own, which a test can kill. It prints its address.
const { DATABASE_URL, DATA_FOLDER = '', FHIR_BASE_URL = '', SECRET = '' } = process.env;
const database = await openDatabase({ address: DATABASE_URL || undefined, folder: DATA_FOLDER });
const server = await openClinic({
  database,
  secret: SECRET,
  password: SECRET,
  widgets: fileURLToPath(new URL('../../dist/cdn', import.meta.url)),
  fhir: { forward: { address: FHIR_BASE_URL } },
  fhirTimes: { ...shortTimes, answer: 60_000 },
});
console.log(await server.listen({ port: 0, host: '127.0.0.1' }));
