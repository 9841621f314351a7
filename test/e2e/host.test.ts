import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { postgresql } from './installed.ts';
import { type DatabaseKind, type Host, openHost } from './open-host.ts';
import { clinicianDesk } from './suites/clinician-desk.ts';
import { courseOfAClient } from './suites/course-of-a-client.ts';
import { erasingWhatIsOld } from './suites/erasing-what-is-old.ts';
import { exportsOfAll } from './suites/exports-of-all.ts';
import { fhirReading } from './suites/fhir-reading.ts';
import { fhirSearching } from './suites/fhir-searching.ts';
import { fhirStoring } from './suites/fhir-storing.ts';
import { intakeForm } from './suites/intake-form.ts';
import { keepingRecords } from './suites/keeping-records.ts';
import { keepingSittings } from './suites/keeping-sittings.ts';
import { languagesOfTheClinic } from './suites/languages-of-the-clinic.ts';
import { milestoneChanges } from './suites/milestone-changes.ts';
import { notingWhoReads } from './suites/noting-who-reads.ts';
import { notesAtTheDesk } from './suites/notes-at-the-desk.ts';
import { pagesAndHeaders } from './suites/pages-and-headers.ts';
import { questionsOfLastTime } from './suites/questions-of-last-time.ts';
import { searchingClients } from './suites/searching-clients.ts';
import { sharedEntries } from './suites/shared-entries.ts';
import { statisticsOfInstruments } from './suites/statistics-of-instruments.ts';

// The same tests of the same host, on both kinds of database.
const kinds: DatabaseKind[] = ['embedded PostgreSQL', 'PostgreSQL server'];

for (const kind of kinds) {
  const missing = kind === 'PostgreSQL server' && !postgresql && !process.env.CI;
  describe(
    `the host on ${kind}`,
    { skip: missing && 'PostgreSQL is not installed; with CI set this is a failure' },
    () => {
      // Set before the first test runs. The suites only use it inside their tests.
      const host = {} as Host;
      before(async () => void Object.assign(host, await openHost(kind)));
      after(() => host.close());

      describe('keeping records', () => keepingRecords(host));
      describe('keeping sittings', () => keepingSittings(host));
      describe('the intake form', () => intakeForm(host));
      describe('milestones', () => milestoneChanges(host));
      describe('shared entries of a journal', () => sharedEntries(host));
      describe('the clinicians’ desk', () => clinicianDesk(host));
      describe('searching for clients', () => searchingClients(host));
      describe('notes at the desk', () => notesAtTheDesk(host));
      describe('the course of a client', () => courseOfAClient(host));
      describe('exports', () => exportsOfAll(host));
      describe('reading by FHIR', () => fhirReading(host));
      describe('searching by FHIR', () => fhirSearching(host));
      describe('storing by FHIR', () => fhirStoring(host));
      describe('languages', () => languagesOfTheClinic(host));
      describe('questions of last time', () => questionsOfLastTime(host));
      describe('pages and headers', () => pagesAndHeaders(host));
      describe('statistics of the instruments', () => statisticsOfInstruments(host));
      describe('noting who reads', () => notingWhoReads(host));
      describe('erasing what is old', () => erasingWhatIsOld(host));

      test('no request failed inside the host, and no log line holds more than the route', () => {
        assert.ok(host.log.length > 100);
        for (const line of host.log)
          assert.match(line, /^(GET|POST|HEAD|PUT|DELETE|PATCH) (unknown address|[\w/.:*-]+) [234]\d\d \d+ ms$/);
      });
    },
  );
}
