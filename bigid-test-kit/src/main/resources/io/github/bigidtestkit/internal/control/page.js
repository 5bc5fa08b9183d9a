'use strict';

// Values from calls are not trusted: el() adds them to the page as text only.
const KEY = 'sandbox-key';
const SHOWN = 300;
const EVERY = 1000;
const ENDINGS = { ok: ['ok', '✓'], refused: ['refused', '✕'], fault: ['fault', '!'], 'no answer': ['none', '∅'] };
const SETS = { GATEWAY: 'Answers', CONNECTION: 'Connections', SLOW: 'Slowness', PAYLOAD: 'Payloads', TOKENS: 'Issued tokens', ACCOUNT: 'Accounts', TLS: 'TLS handshakes' };
const $ = id => document.getElementById(id);

let key = '';
let state = null;
let choices = null;
let since = -1;
let paused = false;
let polling = null;
let last = null;
let clockNoted = false;
const counts = {};

/* ---- helpers ---- */

const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const visible = text => String(text).slice(0, 400)
  .replace(TURNING, c => '‹U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0') + '›');

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === 'on') node.addEventListener('click', value);
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child != null).map(child => child instanceof Node ? child : visible(child)));
  return node;
}

let saying = 0;
function say(text, bad) {
  clearTimeout(saying);
  if (!bad) saying = setTimeout(() => { $('said').textContent = ''; }, 8000);
  $('said').textContent = text;
  $('said').classList.toggle('bad', Boolean(bad));
}

/** The milliseconds of an ISO-8601 duration, as Java formats it. */
function millis(iso) {
  const m = /^PT(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?[\d.]+)S)?$/.exec(iso) || [];
  return ((m[1] || 0) * 3600 + (m[2] || 0) * 60 + Number(m[3] || 0)) * 1000;
}

/** A duration with at most two units. */
function span(ms) {
  const s = Math.round(Math.abs(ms) / 1000);
  const two = (a, x, b, y) => b ? `${a} ${x} ${b} ${y}` : `${a} ${x}`;
  if (s < 60) return `${s} s`;
  if (s < 3600) return two(Math.floor(s / 60), 'min', s % 60, 's');
  if (s < 86400) return two(Math.floor(s / 3600), 'h', Math.floor(s % 3600 / 60), 'min');
  return two(Math.floor(s / 86400), 'd', Math.floor(s % 86400 / 3600), 'h');
}

const instant = iso => new Date(iso).toISOString();

/* ---- calls to the sandbox ---- */

class Refused extends Error {}

async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: { Authorization: 'Bearer ' + key, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(5000),
  });
  if (answer.ok) return answer;
  let detail = 'The sandbox answered with status ' + answer.status + '.';
  try { detail = (await answer.json()).detail; } catch { /* keep the status */ }
  if (answer.status === 401) { lock('The key is wrong. Each sandbox has a new one unless it was given a key.'); throw new Refused(detail); }
  throw new Error(detail);
}

const read = async path => (await call('GET', path)).json();

/** Runs an action, then shows the new state and a note about the action. */
async function act(what, message) {
  try {
    const result = await what();
    await poll();
    if (message) { const text = typeof message === 'function' ? message(result) : message; note(text); say(text); }
    return result;
  } catch (failed) {
    if (!(failed instanceof Refused)) say(failed.message, true);
    return null;
  }
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    say('Copied ' + what + '.');
  } catch {
    say('The browser does not allow copying. Select the text and copy it.', true);
  }
}

/* ---- calls and notes ---- */

function note(text) {
  const time = state ? instant(state.clock.instant).slice(11, 19) : '';
  $('calls').prepend(el('li', { class: 'note' }, 'You: ', el('b', {}, text), ' ', el('span', { class: 'when' }, time)));
  clockNoted = clockNoted || /clock/i.test(text);
  $('empty').hidden = true;
}

function gap(e) {
  if (!last) return;
  const passed = new Date(e.at) - new Date(last.at);
  const moved = passed - (millis(e.sinceStart) - millis(last.sinceStart));
  const noted = clockNoted;
  clockNoted = false;
  if (Math.abs(moved) >= 1000 && !noted) {
    $('calls').prepend(el('li', { class: 'note' }, 'The clock was moved: ', el('b', {}, (moved < 0 ? '−' : '+') + span(moved))));
  } else if (Math.abs(moved) < 1000 && passed >= 5000) {
    $('calls').prepend(el('li', { class: 'note' }, span(passed) + ' later'));
  }
}

function target(e) {
  const path = e.path + (e.query ? '?' + e.query : '');
  const below = path.startsWith('/api/v1/');
  return [below ? el('span', { class: 'soft' }, '/api/v1') : null, below ? path.slice(7) : path];
}

function exchange(e) {
  const [style, symbol] = ENDINGS[e.ending];
  const took = millis(e.took);
  const who = e.user ? el('bdi', {}, e.user) : el('span', { class: 'soft' }, 'somebody');
  const facts = [e.shows, e.gets].filter(Boolean).join('; ');
  return el('li', { class: 'exchange fresh ' + style, 'data-position': e.position },
    el('span', { class: 'ending' }, el('span', { 'aria-hidden': 'true' }, symbol + ' '), (e.status ? e.status + ' ' : '') + e.ending),
    el('span', { class: 'call' }, el('span', { class: 'method' }, e.method), ' ', el('bdi', {}, ...target(e))),
    el('span', { class: 'when' }, '#' + e.number + '  ' + instant(e.at).slice(11, 23)),
    ...e.reasons.map(reason => el('span', { class: 'more why' }, el('bdi', {}, reason))),
    ...e.elsewhere.map(refused => el('span', { class: 'more soft' }, 'Elsewhere: ', el('bdi', {}, refused))),
    el('span', { class: 'more soft' }, who, el('bdi', {}, facts ? ' ' + facts : ''), `, took ${took < 10 ? took.toFixed(1) : Math.round(took)} ms`));
}

function forget(oldest) {
  for (const row of $('calls').querySelectorAll('.exchange')) {
    if (Number(row.dataset.position) < oldest) row.remove();
  }
  if (!$('calls').querySelector('.exchange') && last && Number(last.position) < oldest) {
    $('calls').replaceChildren();
    Object.keys(counts).forEach(ending => { counts[ending] = 0; });
    $('older').hidden = true;
    last = null;
  }
}

function trim() {
  const rows = $('calls').children;
  while (rows.length > SHOWN) {
    rows[rows.length - 1].remove();
    $('older').hidden = false;
  }
}

function showCounts() {
  $('counts').replaceChildren(...Object.entries(ENDINGS).map(([ending, [style, symbol]]) =>
    el('li', { class: style + (counts[ending] ? '' : ' zero') }, el('span', { 'aria-hidden': 'true' }, symbol + ' '), (counts[ending] || 0) + ' ' + ending)));
}

async function showCalls() {
  if (since < 0) since = Math.max(0, state.journal.end - SHOWN);
  let news;
  do {
    news = await read(`journal?since=${since}&limit=500`);
    forget(news.oldest);
    for (const e of news.exchanges) {
      gap(e);
      $('calls').prepend(exchange(e));
      counts[e.ending] = (counts[e.ending] || 0) + 1;
      last = e;
    }
    since = news.position;
  } while (news.exchanges.length === 500);
  trim();
  showCounts();
  $('empty').hidden = $('calls').children.length > 0;
}

/* ---- state ---- */

/** Rebuilds a list only if it has changed, and keeps the focus. */
function list(node, values, row) {
  const now = JSON.stringify(values);
  if (node.dataset.shown === now) return;
  node.dataset.shown = now;
  const focused = node.contains(document.activeElement) ? document.activeElement.id : null;
  node.replaceChildren(...values.map(row));
  if (focused) ($(focused) || node.closest('fieldset').querySelector('button, select')).focus();
}

function faultRow(f) {
  return el('li', {},
    el('span', { class: 'what' }, el('bdi', {}, f.label), ' ',
      el('span', { class: f.struck ? 'hit' : 'soft' }, f.struck ? `struck ${f.struck}×` : 'has not struck yet'), f.active ? null : ', ended'),
    el('button', { type: 'button', id: 'stop-' + f.number, on: () => act(() => call('DELETE', 'faults/' + f.number), `stopped the fault ${f.label}`) },
      f.active ? 'Stop' : 'Remove', el('span', { class: 'unseen' }, ' ' + f.label)));
}

function userRow(u, index) {
  const path = 'users/' + encodeURIComponent(u.username);
  const locked = u.locked || u.lockedOutFor;
  const change = (what, body) => () => act(() => call('PATCH', path, body), `${what} user ${u.username}`);
  const button = (id, label, what, body) =>
    el('button', { type: 'button', id: `${id}-${index}`, on: change(what, body) }, label, el('span', { class: 'unseen' }, ' ' + u.username));
  const why = u.lockedOutFor ? `locked after wrong passwords, for ${span(millis(u.lockedOutFor))}` : 'locked';
  return el('li', {},
    el('span', { class: 'what' }, el('bdi', {}, u.username), locked ? el('span', { class: 'bad' }, ' ' + why) : null,
      u.enabled ? null : el('span', { class: 'bad' }, ' disabled'),
      u.tokenOnly ? el('span', { class: 'soft' }, ' token only') : null),
    locked ? button('lock', 'Unlock', 'unlocked', { locked: false }) : button('lock', 'Lock', 'locked', { locked: true }),
    u.enabled ? button('enable', 'Disable', 'disabled', { enabled: false }) : button('enable', 'Enable', 'enabled', { enabled: true }));
}

function options(select, values) {
  const before = select.value;
  list(select, values, value => el('option', { value }, value));
  if (values.includes(before)) select.value = before;
}

function showState() {
  const ahead = millis(state.clock.ahead);
  const off = Math.abs(ahead) >= 1000;
  $('url').textContent = state.url;
  const dialects = (choices ? choices.dialects : []).filter(d => d !== state.dialect);
  options($('dialect'), [state.dialect, ...dialects].sort());
  $('dialect').value = state.dialect;
  $('time').textContent = instant(state.clock.instant).slice(0, 19).replace('T', ' ');
  $('ahead').textContent = [state.clock.frozen ? 'frozen' : '', off ? span(ahead) + (ahead < 0 ? ' behind' : ' ahead') : ''].filter(Boolean).join(', ');
  $('ahead').classList.toggle('on', off || state.clock.frozen);
  $('freeze').textContent = state.clock.frozen ? 'Resume' : 'Freeze';
  $('facts').hidden = false;
  list($('faults'), state.faults, faultRow);
  list($('users'), state.users.map(u => ({ ...u, lockedOutFor: u.lockedOutFor && u.lockedOutFor.replace(/\.\d+S/, 'S') })), userRow);
  options($('user'), state.users.map(u => u.username));
  for (const node of document.querySelectorAll('.url-again')) node.textContent = state.url;
  $('example').textContent = `curl ${state.url}/refresh-access-token -H "Authorization: …"`;
}

function showChoices() {
  const sets = {};
  const secure = location.protocol === 'https:';
  choices.faults.filter(f => secure || f.set !== 'TLS').forEach(f => (sets[f.set] = sets[f.set] || []).push(f));
  $('fault').replaceChildren(...Object.entries(sets).map(([set, faults]) =>
    el('optgroup', { label: SETS[set] || set }, ...faults.map(f => el('option', { value: f.name, title: f.name }, f.label)))));
  $('fault').value = 'SERVICE_UNAVAILABLE';
  $('defect').append(...choices.tokenDefects.map(d => el('option', { value: d }, d.toLowerCase().replaceAll('_', ' '))));
  showEndpoints();
}

const ENDPOINTS = { SESSIONS: 'logins', REFRESH: 'token refreshes', RESOURCE: 'resources', ANY: 'all calls' };

function showEndpoints() {
  const fault = choices.faults.find(f => f.name === $('fault').value);
  const before = $('endpoint').value;
  const offered = fault.shutsOut ? ['ANY'] : [...fault.endpoints].sort((a, b) => (b === 'ANY') - (a === 'ANY'));
  $('endpoint').replaceChildren(...offered.map(e => el('option', { value: e }, ENDPOINTS[e])));
  if (offered.includes(before)) $('endpoint').value = before;
  $('times').disabled = fault.name === 'CONNECTION_REFUSED';
  if (fault.shutsOut && !$('for').value) $('for').value = 'PT5S';
}

/* ---- polling ---- */

function live(mode, text) {
  if ($('live').dataset.state !== mode) { $('live').dataset.state = mode; }
  if ($('live').textContent !== text) $('live').textContent = text;
}

async function refresh() {
  try {
    if (!choices) { choices = await read('choices'); showChoices(); }
    state = await read('state');
    showState();
    if (!paused) await showCalls();
    live(paused ? 'none' : 'live', paused ? 'paused' : 'live');
  } catch (failed) {
    if (!(failed instanceof Refused)) live('lost', 'not reachable, retrying');
  }
}

/** One refresh at a time. A call during one starts another after it. */
function poll() {
  polling = (polling || Promise.resolve()).then(refresh);
  return polling;
}

async function round() {
  if (key && !document.hidden) await poll();
  setTimeout(round, EVERY);
}

function lock(why) {
  key = '';
  sessionStorage.removeItem(KEY);
  $('room').hidden = true;
  $('facts').hidden = true;
  $('door').hidden = false;
  $('key-wrong').textContent = why || '';
  live('none', 'not connected');
  $('key').focus();
}

function open(given) {
  key = given.trim();
  sessionStorage.setItem(KEY, key);
  $('door').hidden = true;
  $('room').hidden = false;
  return poll();
}

function begin() {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given) history.replaceState(null, '', location.pathname);
  const kept = given || sessionStorage.getItem(KEY);
  if (kept) open(kept); else lock();
}

/* ---- controls ---- */

const submit = (id, what) => $(id).addEventListener('submit', event => { event.preventDefault(); what(); });
const click = (id, what) => $(id).addEventListener('click', what);

const advance = by => act(() => call('POST', 'clock/advance', { by }), `moved the clock by ${span(millis(by.replace(/^P(\d+)D$/, (all, days) => `PT${days * 24}H`)))}`);
$('steps').addEventListener('click', event => { if (event.target.dataset.by) advance(event.target.dataset.by); });
submit('clock-form', () => advance($('unit').value.replace('_', $('amount').value)));
click('freeze', () => { const frozen = !state.clock.frozen; act(() => call('PUT', 'clock', { frozen }), frozen ? 'froze the clock' : 'resumed the clock'); });
click('real-time', () => act(() => call('POST', 'clock/reset'), 'reset the clock to real time'));
$('expire').addEventListener('click', event => {
  const kind = event.target.dataset.kind;
  if (kind === undefined) return;
  const before = new Date(state.clock.instant);
  act(async () => (await call('POST', 'tokens/expire', kind ? { kind } : {})).json(), clock => {
    const moved = new Date(clock.instant) - before;
    return moved < 2000 ? 'found no token that is still valid' : `moved the clock by ${span(moved)}: ${kind ? kind.toLowerCase() : 'all'} tokens have expired`;
  });
});

$('fault').addEventListener('change', showEndpoints);
submit('fault-form', () => {
  const [name, number] = $('times').disabled ? [] : $('times').value.split('=');
  const endpoint = $('endpoint').value;
  const fault = { fault: $('fault').value, ...(endpoint === 'ANY' ? {} : { endpoint }), ...(name ? { [name]: Number(number) } : {}), ...($('for').value ? { for: $('for').value } : {}) };
  act(async () => (await call('POST', 'faults', fault)).json(), f => `started the fault ${f.label}` + ($('for').value ? ` for ${span(millis($('for').value))}` : ''));
});
click('stop-all', () => act(() => call('DELETE', 'faults'), 'stopped all faults'));

async function make(token) {
  const made = await act(async () => (await call('POST', 'tokens', token)).json(),
    () => `created a ${token.kind.toLowerCase()} token of ${token.user}` + (token.defect ? `, defect ${token.defect.toLowerCase().replaceAll('_', ' ')}` : ''));
  return made && made.token;
}
submit('token-form', async () => {
  const token = { kind: $('kind').value, user: $('user').value, ...($('defect').value ? { defect: $('defect').value } : {}), ...($('valid').value ? { validFor: $('valid').value } : {}) };
  const text = await make(token);
  if (text == null) return;
  $('token').value = text;
  $('token-label').textContent = `The ${token.kind.toLowerCase()} token of ${visible(token.user)}`;
  $('made').hidden = false;
  copy(text, 'the token');
});
$('defect').addEventListener('change', () => { $('valid').disabled = Boolean($('defect').value); if ($('defect').value) $('valid').value = ''; });
$('token').addEventListener('focus', () => $('token').select());
click('revoke-all', () => act(() => call('DELETE', 'tokens'), 'revoked all tokens'));

$('dialect').addEventListener('change', () => act(() => call('PUT', 'dialect', $('dialect').value), d => `switched to the dialect ${$('dialect').value}`));

click('copy-url', () => copy(state.url, 'the base URL'));
click('copy-example', async () => {
  const text = await make({ kind: 'USER', user: state.users[0].username });
  if (text) copy($('example').textContent.replace('…', text), 'the command');
});
click('pause', () => {
  paused = !paused;
  $('pause').textContent = paused ? 'Resume' : 'Pause';
  $('pause').setAttribute('aria-pressed', paused);
  poll();
});
$('only-wrong').addEventListener('change', () => $('calls').classList.toggle('only-wrong', $('only-wrong').checked));
click('clear', () => act(() => call('DELETE', 'journal'), 'cleared the calls'));
click('save', async () => {
  const page = await act(async () => (await call('GET', 'journal/report')).blob());
  if (!page) return;
  const link = el('a', { href: URL.createObjectURL(page), download: 'sandbox-calls.html' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  say('Saved the calls as a page.');
});
click('reset', () => {
  if (confirm('Reset users, resources, clock and faults, and clear the calls?')) act(() => call('POST', 'reset'), 'reset everything');
});

submit('key-form', () => { const given = $('key').value; $('key').value = ''; open(given); });
window.addEventListener('hashchange', begin);
document.addEventListener('visibilitychange', () => { if (key && !document.hidden) poll(); });
begin();
round();
