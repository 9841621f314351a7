// Sends what a person fills in to this site. Each widget of the plugin is inside an element with the addresses and the nonce.

/** Asks for a fresh nonce: the page can come from a cache. */
const freshNonce = async ({ attuneNonces }) => {
  const answer = await fetch(attuneNonces, { credentials: 'same-origin', cache: 'no-store' });
  if (!answer.ok) throw new Error(`The site answered ${answer.status}`);
  return (await answer.json()).nonce;
};

const post = ({ attuneRecords }, nonce, body) =>
  fetch(attuneRecords, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-wp-nonce': nonce },
    body,
  });

const reasonOf = async answer => {
  const { code, message, data } = await answer.json().catch(() => ({}));
  return [`The site answered ${answer.status}`, code, message, ...(data?.problems ?? [])].filter(Boolean).join('; ');
};

/** Fulfils when the site has stored the records. A nonce that is too old is renewed once. */
const send = async ({ dataset }, records) => {
  const body = JSON.stringify(records);
  let answer = await post(dataset, dataset.attuneNonce, body);
  if (answer.status === 403) {
    dataset.attuneNonce = await freshNonce(dataset);
    answer = await post(dataset, dataset.attuneNonce, body);
  }
  if (!answer.ok) throw new Error(await reasonOf(answer));
};

const takeFrom = recordsOf => event => {
  const place = event.target.closest('[data-attune-records]');
  if (place) event.waitUntil(send(place, recordsOf(event.detail)));
};

document.addEventListener('attune-submit', takeFrom(({ response }) => response));
document.addEventListener('attune-session-submit', takeFrom(({ submissions }) => submissions.map(({ response }) => response)));
