// All that the clinic adds: each record goes to the clinic, and the widget says "saved" only when it is.
const token = location.pathname.split('/').at(-1);

document.addEventListener('attune-submit', (event) => {
  event.waitUntil(keep(event.detail.response));
});

async function keep(response) {
  const answer = await fetch('/api/responses', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(response),
  });
  if (!answer.ok) throw new Error(`The clinic answered ${answer.status}`);
}
