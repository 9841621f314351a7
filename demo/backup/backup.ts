import { readPlace } from './place.ts';
import { saveBackup } from './backup-file.ts';

// Makes a backup, also while the server runs: `npm run demo:backup -- FILE`
const { address, folder, file, run } = readPlace('demo:backup');

await run(async () => {
  const bytes = address ? (await import('./server.ts')).backUpServer(address) : (await import('./embedded.ts')).backUpEmbedded(folder);
  await saveBackup(file, bytes);
  console.log(`The backup is in ${file}. It has every answer, and the secret that signs links is not in it.`);
});
