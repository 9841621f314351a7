import { readPlace } from './place.ts';
import { readBackup } from './backup-file.ts';

// Restores a backup into an empty database: `npm run demo:restore -- FILE`
const { address, folder, file, run } = readPlace('demo:restore');

await run(async () => {
  const backup = await readBackup(file);
  if (address) await (await import('./server.ts')).restoreServer(address, backup);
  else await (await import('./embedded.ts')).restoreEmbedded(folder, backup);
  console.log(`Restored the backup of ${backup.head.madeAt} into ${address ? 'the database of DATABASE_URL' : folder}.`);
});
