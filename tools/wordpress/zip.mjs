import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, so that the same files always make the same archive. */
const DATE = 0x0021;
const UTF8 = 0x0800;
const DEFLATED = 8;

/** The fields that the local and the central header share. */
const shared = ({ data, packed, name }) => {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(UTF8, 2);
  bytes.writeUInt16LE(DEFLATED, 4);
  bytes.writeUInt16LE(0, 6);
  bytes.writeUInt16LE(DATE, 8);
  bytes.writeUInt32LE(crc32(data), 10);
  bytes.writeUInt32LE(packed.length, 14);
  bytes.writeUInt32LE(data.length, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
};

const signature = value => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const central = (entry, offset) => {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((0o100644 << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(CENTRAL), Buffer.from([20, 3]), shared(entry), rest, entry.name]);
};

/** A zip archive of files: their contents by path. */
export const zip = files => {
  const entries = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => {
      const data = Buffer.from(text);
      return { name: Buffer.from(path), data, packed: deflateRawSync(data, { level: 9 }) };
    });
  const parts = [];
  const headers = [];
  let offset = 0;
  for (const entry of entries) {
    const local = Buffer.concat([signature(LOCAL), shared(entry), entry.name, entry.packed]);
    headers.push(central(entry, offset));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(headers);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
};
