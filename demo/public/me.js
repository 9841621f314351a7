// Each change of a milestone goes to the clinic first; only then does the badge show it as done.
const token = location.pathname.split('/').at(-1);

document.addEventListener('attune-milestone', (event) => {
  event.waitUntil(keep(event.detail));
});

async function keep(change) {
  const answer = await fetch('/api/milestones', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(change),
  });
  if (!answer.ok) throw new Error(`The clinic answered ${answer.status}`);
}
