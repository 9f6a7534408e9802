/**
 * What the page does beyond being read: filter, copy, open what a link points to. It runs in browsers, in which
 * nothing of ours is loaded, and so is kept as text. It never writes markup: only text, classes and `hidden`.
 */
export const SCRIPT = `(() => {
  'use strict';
  const form = document.querySelector('.filter');
  const items = [...document.querySelectorAll('[data-outcome]')].map((element) => ({
    element,
    text: element.textContent.toLowerCase(),
  }));
  const status = form.querySelector('.matches');
  const sections = [...document.querySelectorAll('#findings, #requirements')];

  const matches = ({ element, text }, wanted) =>
    wanted.words.every((word) => text.includes(word)) &&
    ['operation', 'level', 'outcome'].every((key) => !wanted[key] || element.dataset[key] === wanted[key]);

  function applyFilter() {
    const data = new FormData(form);
    const wanted = {
      words: String(data.get('text') || '').toLowerCase().split(/\\s+/).filter(Boolean),
      operation: data.get('operation'),
      level: data.get('level'),
      outcome: data.get('outcome'),
    };
    for (const item of items) item.element.hidden = !matches(item, wanted);
    for (const group of document.querySelectorAll('.operation')) {
      group.hidden = !group.querySelector('tr[data-outcome]:not([hidden])');
    }
    const shown = sections.map((section) => {
      const all = section.querySelectorAll('[data-outcome]').length;
      const left = section.querySelectorAll('[data-outcome]:not([hidden])').length;
      section.querySelector('.no-match').hidden = all === 0 || left > 0;
      return left + ' of ' + all + ' ' + section.id;
    });
    const filtered = wanted.words.length > 0 || wanted.operation || wanted.level || wanted.outcome;
    status.textContent = filtered ? shown.join(', ') : '';
    form.classList.toggle('filtered', Boolean(filtered));
  }

  function openTarget() {
    let id = '';
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest('[hidden]')) {
      form.reset();
      applyFilter();
    }
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    for (const old of document.querySelectorAll('.linked')) old.classList.remove('linked');
    target.classList.add('linked');
    target.scrollIntoView({ block: 'start' });
  }

  function exactText(code) {
    return [...code.childNodes].map((node) => node.dataset && node.dataset.c
      ? String.fromCodePoint(parseInt(node.dataset.c, 16))
      : node.textContent).join('');
  }

  async function copy(button) {
    const code = button.parentElement.querySelector('code');
    let done = true;
    try {
      await navigator.clipboard.writeText(exactText(code));
    } catch {
      getSelection().selectAllChildren(code);
      done = false;
    }
    button.textContent = done ? 'Copied' : 'Selected';
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  }

  form.hidden = false;
  form.addEventListener('input', applyFilter);
  form.addEventListener('change', applyFilter);
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const button of document.querySelectorAll('.copy')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
  addEventListener('hashchange', openTarget);
  addEventListener('keydown', (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      form.elements.text.focus();
    } else if (event.key === 'Escape' && event.target === form.elements.text) {
      form.reset();
      applyFilter();
    }
  });
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    for (const each of closed) each.open = true;
  });
  addEventListener('afterprint', () => { for (const each of closed) each.open = false; });
  applyFilter();
  openTarget();
})();
`;
