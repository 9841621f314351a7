import { encryptedStore, hasDatabase, type Stored } from './encrypted-store.ts';

const DATABASE = 'attune';

/** What this site keeps on the device: drafts, and records that wait to be sent. In one database, so that both change together. */
export const onDevice = encryptedStore(DATABASE);

/** Like `onDevice.get`, but it makes no empty database, for a page that asked for none. */
export const lookOnDevice = async (name: string): Promise<Stored | undefined> => ((await hasDatabase(DATABASE)) ? onDevice.get(name) : undefined);
