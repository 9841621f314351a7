import { setTimeout as pause } from 'node:timers/promises';
import { writeToken } from '../../../demo/tokens.ts';
import { ClinicDatabase } from './clinic-database.ts';
import type { Defect } from './defects.ts';
import { Device } from './devices.ts';
import { FaultyNetwork, type Met } from './faulty-network.ts';
import { KillableServer, until } from './killable-server.ts';
import { type Cause, type Outage, Outages } from './outages.ts';
import { FAULTS, seeded } from './plan.ts';
import { answersOf, newRecord } from './records.ts';
import { compare, type Verdict } from './truth.ts';
import { wrongDeviceClock, wrongServerClock } from './wrong-clock.ts';

export interface FaultRun {
  /** People send so many records, and go on with up to ten times as many until an outage has come. */
  submissions: number;
  seed: number;
  /** Two servers of the clinic on a PostgreSQL server, which crashes too; otherwise one with an embedded database, killed with it. */
  hasServer: boolean;
  /** A mistake that the clinic makes, to see that it is found. */
  defect?: Defect;
  /** How many records are stored between two outages, on average. */
  between?: number;
  /** They go on until each kind of fault and of outage has come. */
  untilEachCame?: boolean;
  /** After so many minutes people send nothing more, even if it were fewer. */
  minutes?: number;
  /** Called now and then with how many were sent. */
  onProgress?: (sent: number) => void;
}

export interface FaultResult extends Verdict {
  seed: number;
  seconds: number;
  submissions: number;
  /** What requests met, which answers the servers gave besides 200 and 201, and the times without one of the servers or the database. */
  met: Partial<Record<Met, number>>;
  refusals: Record<number, number>;
  outages: Outage[];
  /** How many requests failed while the disk was full. `undefined`: this machine allows no small disk. */
  failedOnFullDisk: number | undefined;
  browserKills: number;
  /** How often the clock of a device or a server was set, most of them wrong by hours. */
  clockChanges: number;
  /** Those that the person saw as saved, or as kept on the device. */
  seen: number;
  /** Those that the endpoint refused, and that are still on their device. */
  setAside: number;
  stored: number;
}

const CLIENTS = 8;
const DEVICES = 32;
/** Of the records: while so many are filled in, the clock of the device changes. */
const CLOCK_CHANGES = 0.05;
/** People send at most so many times as many records. */
const MOST_TIMES = 10;
const SECRET = 'the secret of a clinic for a run of faults';
/** A disk stays full until so many requests failed, or for so many milliseconds. What is ready so soon afterwards needs no restart. */
const REFUSED_WHEN_FULL = 10;
const LONGEST_FULL = 5000;
const SELF_HEALING = 3000;
/** In milliseconds: all that waits must arrive so soon after the last one was sent. */
const LONGEST_END = 120_000;

/** Records go from devices through a network with faults to the demo. At the end the database is compared with what people saw. */
export async function runFaults({ submissions, seed, hasServer, defect, between = 100, untilEachCame = false, minutes = Infinity, onProgress }: FaultRun): Promise<FaultResult> {
  const began = Date.now();
  const random = seeded(seed);
  const database = await ClinicDatabase.open(hasServer, submissions);
  const environment = { ...database.environment, SECRET, ...(defect && { DEFECT: defect }) };
  const servers = Array.from({ length: hasServer ? 2 : 1 }, () => new KillableServer(environment));
  const network = new FaultyNetwork(servers, random);
  const sent = new Map<string, { answers: string; isImpossible: boolean }>();
  let clockChanges = 0;
  let fullDisk = 0;
  const setDeviceClock = (device: Device): void => {
    clockChanges++;
    device.wrongBy = wrongDeviceClock(random);
  };
  const restart = async (server: KillableServer): Promise<void> => {
    await server.kill();
    await server.start();
  };
  const kill = async (server: KillableServer): Promise<void> => {
    await restart(server);
    for (const each of servers) {
      clockChanges++;
      each.setClock(wrongServerClock(random));
    }
  };
  const crash = async (): Promise<void> => {
    await database.crash();
    for (const server of servers) await server.readyAgain();
  };
  const healsItself = async (server: KillableServer): Promise<boolean> => !!server.address && server.readyAgain(SELF_HEALING).then(() => true, () => false);
  /** Whoever runs the clinic makes space, and starts what has ended. */
  const fill = async (): Promise<void> => {
    await database.disk!.fill();
    const before = network.unstored;
    await until(() => network.unstored >= before + REFUSED_WHEN_FULL || servers.every(({ address }) => !address), LONGEST_FULL).catch(() => {});
    fullDisk += network.unstored - before;
    await database.disk!.free();
    if ((await Promise.all(servers.map(healsItself))).every(Boolean)) return;
    await database.crash();
    for (const server of servers) if (!(await healsItself(server))) await restart(server);
  };
  const causes: Record<string, Cause> = {
    ...(hasServer && { database: { servers, happen: crash } }),
    ...(database.disk && { 'full disk': { servers, happen: fill } }),
    ...Object.fromEntries(servers.map((server, i) => [`server ${i + 1}`, { servers: [server], happen: () => kill(server) }])),
  };
  const outages = new Outages({ causes, servers, network, random, between, sent: () => sent.size });
  const hasEachCome = (): boolean => outages.hasEach && (['killed', ...FAULTS] as const).every((met) => network.counts[met]);
  const hasCome = (): boolean => (untilEachCame ? hasEachCome() : outages.all.length > 0);
  const isEnough = (): boolean => sent.size >= submissions && (hasCome() || sent.size >= submissions * MOST_TIMES);
  try {
    const passes = await database.newClients(CLIENTS);
    await Promise.all(servers.map((server) => server.start()));
    const address = await network.start();
    const devices = Array.from({ length: DEVICES }, (_, i) => new Device(address, writeToken('session', passes[i % CLIENTS]!, SECRET), random));
    let failure: unknown;
    outages.start((cause) => (failure = cause));
    const person = async (device: Device): Promise<void> => {
      let before: string | undefined;
      while (!isEnough() && Date.now() - began < minutes * 60_000) {
        if (failure) throw failure;
        if (device.isFull) {
          // Their browser may have been killed.
          device.visit();
          await pause(20);
          continue;
        }
        const startedAt = device.time;
        if (random() < CLOCK_CHANGES) setDeviceClock(device);
        const { record, isImpossible } = newRecord(random, { startedAt, completedAt: device.time }, before);
        before = record.id;
        sent.set(record.id, { answers: JSON.stringify(record.answers), isImpossible });
        if (sent.size % 1000 === 0) onProgress?.(sent.size);
        await device.send(record);
      }
    };
    await Promise.all(devices.map(person));
    await outages.stop();
    // The other faults go on until the last record has arrived.
    for (const device of devices) device.visit();
    for (const end = Date.now() + LONGEST_END; devices.some(({ waiting }) => waiting.length > 0) && Date.now() < end; ) await pause(50);
    await Promise.all(servers.map((server) => server.kill()));
    const rows = await database.rows();
    const saved = new Set(devices.flatMap(({ told }) => [...told]));
    const seen = new Set([...saved, ...devices.flatMap(({ kept }) => [...kept])]);
    const setAside = answersOf(devices.flatMap((device) => device.setAside));
    const waiting = answersOf(devices.flatMap((device) => device.waiting));
    return {
      seed,
      seconds: Math.round((Date.now() - began) / 1000),
      submissions: sent.size,
      met: network.counts,
      refusals: network.refusals,
      outages: outages.all,
      failedOnFullDisk: database.disk && fullDisk,
      browserKills: devices.reduce((sum, { kills }) => sum + kills, 0),
      clockChanges,
      seen: seen.size,
      setAside: setAside.size,
      stored: rows.length,
      ...compare({ sent, saved, seen, setAside, waiting, others: network.others, rows }),
    };
  } finally {
    network.stop();
    await outages.stop().catch(() => {});
    await Promise.all(servers.map((server) => server.kill()));
    database.remove();
  }
}
