import type { Instrument } from '../../core/instrument/instrument.ts';
import { isMoment } from '../../core/plain-data/iso-date.ts';
import { isLocale } from '../../core/plain-data/locale.ts';
import { recordIdSystem } from '../canonical.ts';
import { filled } from './draft.ts';
import { extensionsOf, type Part } from './part.ts';

/** What a record needs and a resource may not have. Nothing is invented: without them, there is no record. */
export interface RecordHead {
  /** The id of the record, if the resource has none. */
  id?: string;
  /** When it was started, in ISO 8601 with an offset, if the resource has no time. */
  startedAt?: string;
  /** The language of the interface. The default is that of the resource, or of the instrument. */
  locale?: string;
}

/** A FHIR dateTime as a moment. A day alone is its start, in UTC. */
function momentIn(part: Part, name: string): string | undefined {
  const text = part.text(name);
  if (text === undefined || isMoment(text)) return text;
  const day = /^\d{4}(-\d\d)?(-\d\d)?$/.test(text) ? `${text}-01-01`.slice(0, 10) : '';
  const moment = `${day}T00:00:00Z`;
  part.tell(part.path, isMoment(moment) ? 'date-without-time' : 'type-wrong', name);
  return isMoment(moment) ? moment : undefined;
}

/** The logical id of the record: its identifier in our system, or the id of the resource. */
function idOf(part: Part, base: string): string | undefined {
  const { identifier } = part.data;
  const identifiers = Array.isArray(identifier) ? part.list('identifier') : [part.part('identifier')];
  const own = identifiers.find((one) => one?.text('system') === recordIdSystem(base));
  return own?.text('value') ?? part.text('id');
}

/** Whom a reference names: an identifier, or the reference itself. */
const named = (part: Part | undefined): string | undefined => part?.part('identifier')?.text('value') ?? part?.text('reference');

const ROLES = ['client', 'therapist', 'observer'];

/** What a record can say: that it is completed, or not. */
const STATUSES = ['', 'in-progress', 'completed', 'amended', 'entered-in-error'];

/** Everything of a record but the answers. Undefined if something is missing that must not be invented. */
export function recordHead(part: Part, instrument: Instrument, base: string, options: RecordHead): object | undefined {
  const { tell } = part;
  const status = part.text('status') ?? '';
  const record = extensionsOf(part).all(`${base}/StructureDefinition/record`)[0];
  const given = record && extensionsOf(record);
  const replaces = given?.all('replaces')[0]?.part('valueIdentifier')?.text('value');
  const id = idOf(part, base) ?? options.id;
  const authored = momentIn(part, 'authored');
  const startedAt = given?.text('started') ?? authored ?? options.startedAt;
  if (status === 'entered-in-error') tell('status', 'entered-in-error');
  if (!STATUSES.includes(status)) tell('status', 'status-not-kept', status);
  if (id === undefined) tell('id', 'id-missing');
  if (startedAt === undefined) tell('authored', 'start-missing');
  if (status === 'entered-in-error' || id === undefined || startedAt === undefined) return undefined;
  const isCompleted = status === 'completed' || status === 'amended';
  const language = part.text('language');
  const locale = options.locale ?? given?.text('locale') ?? (language !== undefined && isLocale(language) ? language : instrument.language);
  const software = /^(.{1,200}) (\S{1,200})$/.exec(given?.text('software') ?? '');
  const role = given?.text('authorRole') ?? '';
  const { id: form, version, options: chosen, translation } = instrument;
  return {
    schema: 1,
    id,
    ...filled({ replaces }),
    instrument: { id: form, version, options: chosen, language: instrument.language, ...(translation && { translation }) },
    status: isCompleted ? 'completed' : 'in-progress',
    startedAt,
    ...(isCompleted && { completedAt: authored ?? startedAt }),
    locale,
    ...filled({
      disclosure: given?.text('disclosure'),
      subject: named(part.part('subject')),
      encounter: named(part.part('encounter')),
      author: ROLES.includes(role) ? role : undefined,
    }),
    software: software ? { name: software[1], version: software[2] } : { name: 'FHIR', version: '1' },
  };
}
