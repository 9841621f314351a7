/** In the page: the names of what is kept on the device. They are not encrypted. */
export const namesOnDevice = async (): Promise<string[]> => {
  const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  if (!(await indexedDB.databases()).length) return [];
  const database = await done(indexedDB.open('attune'));
  const names = await done(database.transaction('texts').objectStore('texts').getAllKeys());
  database.close();
  return names.map(String);
};
