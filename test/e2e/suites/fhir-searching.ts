import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, isRefused, type Json, patientOf, reader, resourcesOf } from '../fhir-request.ts';
import { fillIn, pulse } from '../fill-in.ts';
import type { Host } from '../open-host.ts';
import { sender } from '../send-records.ts';

export function fhirSearching(host: Host): void {
  const send = sender(host);
  const read = reader(host);

  test('pages follow one another without a gap or a repetition, while records come in', async () => {
    const pass = await host.newClient();
    const sent = Array.from({ length: 7 }, () => pulse());
    await send(pass, ...sent);
    const patient = await patientOf(host, pass.client);
    const late = pulse();
    const seen: string[] = [];
    let next: string | undefined = `/QuestionnaireResponse?patient=${patient}&_count=3`;
    for (let page = 0; next; page++) {
      const bundle: Json = await read(next);
      assert.equal(bundle.type, 'searchset');
      assert.equal(bundle.total, page ? 8 : 7);
      seen.push(...resourcesOf(bundle).map(({ identifier }) => identifier.value));
      const links: Record<string, string> = Object.fromEntries(bundle.link.map(({ relation, url }: Json) => [relation, url]));
      assert.deepEqual(await read(links.self!), page ? bundle : { ...bundle, total: 7 });
      assert.ok(links.first?.endsWith(`/fhir/QuestionnaireResponse?patient=${encodeURIComponent(patient)}&_count=3`));
      if (!page) await send(pass, late);
      next = links.next;
    }
    assert.deepEqual(seen, [...sent, late].map(({ id }) => id));
    const none = await read(`/QuestionnaireResponse?patient=${patient}&_count=0`);
    assert.deepEqual([none.total, none.entry, none.link.length], [8, undefined, 2]);
    const forms = await read('/Questionnaire?_count=2');
    const [, , following] = forms.link;
    assert.notEqual(resourcesOf(await read(following.url))[0].id, resourcesOf(forms)[1].id);
  });

  test('a search selects by subject, identifier, id, dates, code and category; all of them together', async () => {
    const [pass, other] = [await host.newClient(), await host.newClient()];
    const record = { ...pulse(), startedAt: '2026-03-31T22:00:00Z', completedAt: '2026-04-01T00:30:00+02:00' };
    const cards = fillIn('boundary-clarity', { topics: 'cost' }, { b07: ['clear'] });
    await send(pass, record, cards);
    await send(other, pulse());
    const patient = await patientOf(host, pass.client);
    const both = new Set([record.id, cards.id]);
    const found = async (query: string, type = 'QuestionnaireResponse'): Promise<Set<string>> =>
      new Set(resourcesOf(await read(`/${type}?patient=${patient}&${query}`)).map(({ identifier }) => [identifier].flat()[0].value));
    const system = 'https://www.npmjs.com/package/attune-elements/fhir/record-id';
    const [{ id }] = resourcesOf(await read(`/QuestionnaireResponse?identifier=${record.id}&patient=${patient}`));
    for (const query of [
      `identifier=${record.id}`,
      `identifier=${system}|${record.id}`,
      `identifier=other|x,${record.id}`,
      `_id=${id}`,
      'authored=2026-03-31',
      'authored=2026-03',
      'authored=lt2026-04-01',
      'authored=le2026-03-31T22:30:00Z',
      'authored=2026-03-31T22:30:00Z',
      'authored=2026-04-01T00:30%2B02:00',
      'authored=ge2026-03-31&authored=eb2026-04-02',
    ]) {
      assert.deepEqual(await found(query), new Set([record.id]), query);
    }
    for (const query of [`subject=${host.address}/fhir/${patient}`, `subject=${patient.slice(8)},Patient/other`, `identifier=${system}|`, 'authored=2026', '_lastUpdated=gt2026-01', `identifier=${record.id},${cards.id}`]) {
      assert.deepEqual(await found(query), both, query);
    }
    for (const query of [
      `subject=${await patientOf(host, other.client)}`,
      `subject=https://elsewhere.example/fhir/${patient}`,
      `identifier=other|${record.id}`,
      `identifier=|${record.id}`,
      'authored=2026-04-01',
      'authored=gt2027',
      '_lastUpdated=lt2026-01-01',
      'questionnaire=https://example.org/q',
      'status=in-progress',
      '_id=nobody',
    ]) {
      assert.deepEqual(await found(query), new Set(), query);
    }
    const scores = 'https://www.npmjs.com/package/attune-elements/fhir/CodeSystem/trust-pulse.scores';
    for (const query of ['category=survey', 'code=score.total', `code=${scores}|score.total`, `code=${scores}|`, 'date=2026-03-31']) {
      assert.deepEqual(await found(query, 'Observation'), new Set([record.id]), query);
    }
    for (const query of ['category=vital-signs', 'code=8867-4', 'code=http://loinc.org|score.total']) {
      assert.deepEqual(await found(query, 'Observation'), new Set(), query);
    }
    const posted = await ask(host, '/QuestionnaireResponse/_search', {
      token: host.serviceToken,
      body: new URLSearchParams({ patient, identifier: record.id }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(posted.json.total, 1);
    const empty = await ask(host, '/Questionnaire/_search', { token: host.serviceToken, body: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    assert.ok(empty.json.total > 10);
  });

  test('what a search cannot read is refused, and never ignored unless the request says so', async () => {
    const { serviceToken: token } = host;
    for (const query of [
      'text=anger',
      'patient:missing=true',
      'patient.name=Kim',
      '_sort=authored',
      '_count=-1',
      '_count=many',
      '_cursor=x',
      `_cursor=1.' or 1=1`,
      'authored=yesterday',
      'authored=2026-02-31',
      'authored=ge2026,le2027',
      'authored=2026-04-01T00:30+02:00',
      'identifier=',
      'identifier=,',
      'identifier=%00',
      'patient=Patient%2F%00',
    ]) {
      await isRefused(host, 400, `/QuestionnaireResponse?${query}`, { token });
    }
    assert.match(await isRefused(host, 400, '/Questionnaire?context=x', { token }), /knows _id, url, version/);
    const lenient = await ask(host, '/QuestionnaireResponse?text=anger&_count=1', { token, headers: { prefer: 'handling=lenient' } });
    assert.equal(lenient.status, 200);
    assert.doesNotMatch(JSON.stringify(lenient.json.link), /anger/);
  });
}
