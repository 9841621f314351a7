// Sends a clinician's forms of a session to the clinic. The widget says "saved" only when the clinic has stored them.
const address = `${location.pathname}/records`;

document.addEventListener('attune-submit', (event) => event.waitUntil(keep(event.detail.response)));

async function keep(response) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(response),
  });
  if (!answer.ok) throw new Error(`The clinic answered ${answer.status}`);
}

for (const holder of document.querySelectorAll('[data-before]')) {
  document.getElementById(holder.dataset.before).value = JSON.parse(holder.textContent);
}
