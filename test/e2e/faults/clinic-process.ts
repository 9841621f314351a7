import { fileURLToPath } from 'node:url';
import { openClinic } from '../../../demo/app.ts';
import { openDatabase } from '../../../demo/database/open.ts';
import { type Defect, withDefect } from './defects.ts';
import { setClock } from './wrong-clock.ts';

// The clinic in a process of its own, which the faults kill. It prints its address. A message sets its clock.
process.on('message', (wrongBy) => setClock(Number(wrongBy)));
process.on('disconnect', () => process.exit());
const { DATABASE_URL, DATA_FOLDER = '', SECRET = '', DEFECT = '' } = process.env;
const sound = await openDatabase({ address: DATABASE_URL || undefined, folder: DATA_FOLDER });
const database = DEFECT ? await withDefect(sound, DEFECT as Defect) : sound;
const widgets = fileURLToPath(new URL('../../../dist/cdn', import.meta.url));
const server = await openClinic({ database, secret: SECRET, password: SECRET, widgets, recordsPerMinute: Infinity });
console.log(await server.listen({ port: 0, host: '127.0.0.1' }));
