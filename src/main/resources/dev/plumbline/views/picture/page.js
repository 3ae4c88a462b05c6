'use strict';
// The page's behaviour. Everything from the data is set as text, never as markup.
(() => {
  const byId = id => document.getElementById(id);
  const index = JSON.parse(byId('index').textContent);
  const [search, count, panel, drawn, tableView, picture] =
    ['search', 'count', 'panel', 'drawn', 'table', 'picture'].map(byId);
  let sheet = index.table ? null : JSON.parse(byId('sheet').textContent);
  let machine = -1; // which packed machine is drawn
  let hits = [], at = -1;
  let chosen = null; // the hop whose evidence is shown
  let walking = null; // the lane that the arrow keys follow

  const make = (tag, className, ...children) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
  };
  const lanesOf = element => (element.dataset.lane || '').split(' ').filter(Boolean).map(Number);
  const hop = id => drawn.querySelector(`.hop[data-hop="${id}"]`);
  const pill = number => drawn.querySelector(`[data-pill="${number}"]`);
  const lane = number => sheet.lanes[number];

  // ---- the picture ------------------------------------------------------------------------------------------------

  async function draw(number) {
    if (!index.table || number === machine) return;
    const bytes = Uint8Array.from(atob(byId('packed-' + number).textContent), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const packed = JSON.parse(await new Response(stream).text());
    // Parsed as XML: what is no well-formed SVG of ours does not become a page.
    const svg = new DOMParser().parseFromString(packed.svg, 'image/svg+xml').documentElement;
    drawn.replaceChildren(document.importNode(svg, true));
    sheet = packed.sheet;
    machine = number;
    close();
  }

  function light(lanes) {
    const svg = drawn.firstElementChild;
    if (!svg) return;
    svg.classList.toggle('lit', lanes.length > 0);
    for (const element of svg.querySelectorAll('[data-lane]')) {
      element.classList.toggle('on', lanesOf(element).some(l => lanes.includes(l)));
    }
  }

  drawn.addEventListener('pointerover', event => {
    const element = event.target.closest('[data-lane]');
    light(element ? lanesOf(element) : []);
  });
  drawn.addEventListener('pointerleave', () => light([]));
  drawn.addEventListener('click', event => {
    const box = event.target.closest('.hop');
    const network = event.target.closest('.pill');
    if (box) open(box.dataset.hop);
    else if (network) openLane(Number(network.dataset.pill));
  });
  drawn.addEventListener('focusin', event => {
    const box = event.target.closest('.hop, .pill');
    if (!box) return;
    const lanes = lanesOf(box);
    if (!lanes.includes(walking)) walking = lanes[0];
    light(lanes);
  });
  drawn.addEventListener('focusout', () => light([]));
  drawn.addEventListener('keydown', event => {
    const box = event.target.closest('.hop, .pill');
    if (!box) return;
    const id = box.dataset.hop;
    if (event.key === 'Enter' || event.key === ' ') id ? open(id) : openLane(walking);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') along(id, event.key === 'ArrowLeft' ? -1 : 1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') across(box, event.key === 'ArrowUp' ? -1 : 1);
    else return;
    event.preventDefault();
  });

  function along(id, step) {
    const boxes = lane(walking).boxes;
    const place = id ? boxes.indexOf(id) + step : step - 1;
    const next = place === -1 ? pill(walking) : hop(boxes[place]);
    if (next) next.focus();
  }

  // The box of the next lane that stands nearest to straight above or below, and is another one.
  function across(box, step) {
    if (!box.dataset.hop) {
      const next = pill(walking + step);
      if (next) next.focus();
      return;
    }
    const middle = element => { const r = element.getBoundingClientRect(); return r.left + r.width / 2; };
    for (let number = walking + step; lane(number); number += step) {
      const others = lane(number).boxes.map(hop).filter(other => other && other !== box);
      others.sort((a, b) => Math.abs(middle(a) - middle(box)) - Math.abs(middle(b) - middle(box)));
      if (others.length) {
        walking = number;
        others[0].focus();
        return;
      }
    }
  }

  // ---- evidence ---------------------------------------------------------------------------------------------------

  const badge = verdict => make('span', 'verdict v-' + verdict, verdict);
  const facts = pairs => make('dl', '', ...pairs.filter(([, value]) => value)
    .flatMap(([name, value]) => [make('dt', '', name), make('dd', '', value)]));
  const list = (className, items) => items && items.length ? make('ul', className, ...items) : null;
  const titled = (title, content) => content ? [make('h3', '', title), content] : [];
  const evidence = numbers => list('evidence', (numbers || []).map(n => {
    const origin = sheet.origins[n];
    return make('li', '', make('span', 'place', `${origin.source} ${origin.place || ''}`), origin.text || '');
  }));
  const others = notes => list('', (notes || []).map(note => make('li', '',
    [note.name, note.verdict, note.rule].filter(Boolean).join(' · '),
    note.says ? ': ' + note.says : '', evidence(note.evidence))));
  const findings = numbers => list('', (numbers || []).map(n => index.findings[n]).map(f => make('li', '',
    make('strong', 'mark-' + f.severity, f.severity), ' ' + f.title,
    f.breaks ? make('p', '', 'Breaks: ' + f.breaks) : null, f.mend ? make('p', '', 'Mend: ' + f.mend) : null)));
  const needs = numbers => list('', (numbers || []).map(n => index.needs[n]).map(need => make('li', '',
    need.what || '', make('p', '', make('code', '', need.reach || need.command)),
    need.right ? make('p', 'quiet', 'needs: ' + need.right) : null)));
  const union = arrays => [...new Set(arrays.flatMap(array => array || []))];

  // Lanes that come in by the same step and evidence are told once.
  function steps(notes) {
    const alike = new Map();
    for (const note of notes) {
      const key = JSON.stringify({ ...note, lane: 0 });
      alike.set(key, [...(alike.get(key) || []), note]);
    }
    const names = group => group.slice(0, 6).map(note => lane(note.lane).ref).join(', ')
      + (group.length > 6 ? ` and ${group.length - 6} more` : '');
    return [...alike.values()].map(group => step(group[0], notes.length > 1 ? names(group) : ''));
  }

  function step(note, whose) {
    const meaning = index.rules[note.rule] || index.steps[note.step];
    return make('div', 'step',
      make('p', '', badge(note.verdict), ' ' + [note.step, note.rule].filter(Boolean).join(' · ')),
      whose ? make('p', 'quiet', whose) : null,
      meaning ? make('p', 'quiet', meaning) : null,
      note.why ? make('p', '', note.why) : null,
      ...titled('PREMISES', list('', (note.premises || []).map(p => make('li', '', p)))),
      ...titled('EVIDENCE', evidence(note.evidence)),
      ...titled('ALSO SEEN', others(note.also)),
      ...titled('MEMBERS', others(note.members)),
      ...titled('CANDIDATES', others(note.candidates)));
  }

  function addresses(note) {
    return list('', (note.addresses || []).map(a => make('li', '',
      `${a.address} on ${a.device}, ${a.basis}`, evidence(a.evidence))));
  }

  function show(title, ...content) {
    const button = make('button', 'close', '×');
    button.type = 'button';
    button.setAttribute('aria-label', 'Close');
    button.addEventListener('click', close);
    panel.replaceChildren(button, make('h2', '', title), ...content.filter(Boolean));
    panel.hidden = false;
    panel.scrollTop = 0;
    document.body.classList.add('open');
  }

  function open(id) {
    const note = sheet.boxes[id];
    if (!note) return;
    mark(hop(id));
    const lanes = note.steps.map(s => lane(s.lane));
    const isAddress = note.column === 'ADDRESS IN GUEST' || note.column === 'GUEST NIC';
    show(note.name,
      make('p', 'quiet', [note.column, note.scope].filter(Boolean).join(' · ')),
      facts([['kind', note.kind], ['index', note.index], ['MAC', note.mac], ['MTU', note.mtu], ['state', note.state],
        ['alias', lanes.length === 1 && isAddress ? lanes[0].alias : '']]),
      ...(isAddress ? titled('ADDRESSES', addresses(lanes[0])) : []),
      ...titled('FINDINGS', findings(note.findings)),
      ...steps(note.steps),
      ...titled('OTHERS ON IT', list('', (note.others || []).map(o => make('li', '', o)))),
      ...titled('STILL NEEDED', needs(union(lanes.map(l => l.needs)))));
  }

  function openLane(number) {
    const note = lane(number);
    mark(pill(number));
    show(note.ref,
      make('p', '', badge(note.verdict), ` to: ${note.end}`),
      ...titled('NETWORK', make('div', '',
        make('p', '', note.network || 'not known', ' ', badge(note.networkVerdict), ' ' + (note.networkRule || '')),
        index.rules[note.networkRule] ? make('p', 'quiet', index.rules[note.networkRule]) : null,
        note.candidates && note.candidates.length > 1 ? make('p', '', 'one of ' + note.candidates.join(', ')) : null,
        evidence(note.networkEvidence))),
      ...titled('PLACED', list('', (note.placed || []).map(p => make('li', '',
        p.where + ' ', badge(p.verdict), ' ' + (p.rule || ''), list('', (p.premises || []).map(x => make('li', '', x))),
        evidence(p.evidence))))),
      ...titled('ADDRESSES', addresses(note)),
      ...titled('ALIAS', note.alias ? make('div', '', note.alias, evidence(note.aliasEvidence)) : null),
      ...titled('FINDINGS', findings(note.findings)),
      ...titled('STILL NEEDED', needs(note.needs)));
  }

  function mark(element) {
    if (chosen) chosen.classList.remove('chosen');
    chosen = element;
    if (chosen) chosen.classList.add('chosen');
  }

  function close() {
    if (panel.hidden) return;
    const back = chosen;
    panel.hidden = true;
    document.body.classList.remove('open');
    mark(null);
    if (back && back.isConnected) back.focus();
  }

  // ---- the table --------------------------------------------------------------------------------------------------

  function fill() {
    const head = make('tr', '', ...['machine', 'node', ...index.networks.map(n => n || '?')]
      .map(name => Object.assign(make('th', '', name), { scope: 'col' })));
    const rows = index.machines.map((entry, number) => row(entry, number));
    const table = make('table', '', make('thead', '', head), make('tbody', '', ...rows));
    tableView.replaceChildren(make('h1', '', index.title), make('p', 'sub', index.subtitle
      + ' · P proven, I inferred, A ambiguous, U not collected, C contradicted; ! error, ▲ warning'), table);
  }

  function row(entry, number) {
    const name = make('button', '', entry.name || '?');
    name.addEventListener('click', () => toPicture(number, null));
    const cells = index.networks.map(() => make('td'));
    for (const nic of entry.nics || []) {
      const cell = make('button', 'cell v-' + nic.verdict, nic.verdict[0].toUpperCase());
      const notes = (nic.findings || []).map(n => index.findings[n]);
      cell.title = [`${entry.name}/${nic.ref}: ${nic.verdict}`, ...notes.map(f => f.title)].join('\n');
      cell.setAttribute('aria-label', cell.title);
      const worst = ['ERROR', 'WARNING'].find(severity => notes.some(f => f.severity === severity));
      if (worst) cell.append(make('span', 'mark mark-' + worst, worst === 'ERROR' ? '!' : '▲'));
      cell.addEventListener('click', () => toPicture(number, nic.lane || 0));
      cells[nic.network].append(cell);
    }
    const element = make('tr', '', Object.assign(make('th', '', name), { scope: 'row' }),
      make('td', 'quiet', (entry.node || '?') + (entry.placed === 'proven' ? '' : ` (${entry.placed})`)), ...cells);
    element.dataset.machine = number;
    return element;
  }

  async function toPicture(number, laneNumber) {
    await draw(number);
    view('picture');
    const first = laneNumber === null ? (index.machines[number].nics || [{}])[0].lane || 0 : laneNumber;
    if (pill(first)) pill(first).scrollIntoView({ block: 'center' });
    if (laneNumber !== null && pill(first)) openLane(laneNumber);
    find();
  }

  function view(name) {
    const table = name === 'table';
    if (table && !tableView.firstChild) fill();
    tableView.hidden = !table;
    picture.hidden = table;
    byId('size').hidden = table;
    byId('view').textContent = table ? 'Picture' : 'Table';
    if (table) close();
  }

  byId('view').addEventListener('click', async () => {
    const toTable = tableView.hidden;
    if (!toTable && index.table && machine < 0) await draw(0);
    view(toTable ? 'table' : 'picture');
    find();
  });

  // ---- search -----------------------------------------------------------------------------------------------------

  function words(id) {
    const note = sheet.boxes[id];
    const names = note.steps.flatMap(s => [...(s.members || []), ...(s.candidates || [])].map(n => n.name));
    const told = note.column === 'ADDRESS IN GUEST'
      ? note.steps.map(s => lane(s.lane)).flatMap(l => [l.alias, ...(l.addresses || []).map(a => a.address)]) : [];
    return [note.name, note.scope, note.mac, ...names, ...told].join(' ').toLowerCase();
  }

  function find() {
    for (const old of document.querySelectorAll('.found')) old.classList.remove('found', 'now');
    const wanted = search.value.trim().toLowerCase();
    at = -1;
    hits = !wanted ? [] : tableView.hidden ? inPicture(wanted) : inTable(wanted);
    hits.forEach(hit => hit.classList.add('found'));
    tell();
  }

  function inPicture(wanted) {
    if (!sheet) return [];
    const pills = [...drawn.querySelectorAll('[data-pill]')].filter(element => {
      const note = lane(Number(element.dataset.pill));
      return [note.ref, note.network].join(' ').toLowerCase().includes(wanted);
    });
    return [...pills, ...Object.keys(sheet.boxes).filter(id => words(id).includes(wanted)).map(hop)];
  }

  function inTable(wanted) {
    return [...tableView.querySelectorAll('tbody tr')].filter(tr => {
      const entry = index.machines[tr.dataset.machine];
      return (entry.find || textOf(entry)).includes(wanted);
    });
  }

  function textOf(entry) {
    const boxes = (entry.nics || []).flatMap(nic => lane(nic.lane || 0).boxes || []).map(words);
    const nets = (entry.nics || []).map(nic => index.networks[nic.network] + ' ' + nic.ref);
    return [entry.namespace + '/' + entry.name, entry.node, ...nets, ...boxes].join(' ').toLowerCase();
  }

  function tell() {
    count.textContent = !search.value.trim() ? '' : !hits.length ? 'none'
      : at < 0 ? `${hits.length} found` : `${at + 1} of ${hits.length}`;
  }

  function jump(step) {
    if (!hits.length) return;
    if (at >= 0) hits[at].classList.remove('now');
    at = (at + step + hits.length) % hits.length;
    hits[at].classList.add('now');
    hits[at].scrollIntoView({ block: 'center', inline: 'center' });
    tell();
  }

  search.addEventListener('input', find);
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter') jump(event.shiftKey && at >= 0 ? -1 : event.shiftKey ? 0 : 1);
    else if (event.key === 'Escape') { search.value = ''; find(); search.blur(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener('keydown', event => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === 'Escape') close();
  });

  // ---- light, dark, size ------------------------------------------------------------------------------------------

  const themes = ['system', 'light', 'dark'];
  function theme(name) {
    if (name === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    byId('theme').textContent = 'Theme: ' + name;
  }
  byId('theme').addEventListener('click', () => {
    const now = document.documentElement.dataset.theme || 'system';
    theme(themes[(themes.indexOf(now) + 1) % themes.length]);
  });
  byId('size').addEventListener('click', event => {
    const fit = drawn.classList.toggle('fit');
    event.target.setAttribute('aria-pressed', fit);
  });

  view(index.table ? 'table' : 'picture');
})();
