/*
 * The page's own behaviour: filter and sort the table of indicators, unfold what a link points to, and unfold details
 * for printing. The page is whole without it. Text, as the policy of the page names its hash.
 */
export const script = `'use strict';
(() => {
  const byId = (id) => document.getElementById(id);

  const table = byId('tabel-indikator');
  if (table && table.tBodies[0].rows.length > 1) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const status = byId('saring-jumlah');
    const search = byId('saring-cari');
    const choices = [['aspect', byId('saring-aspek')], ['opd', byId('saring-opd')]].filter(([, list]) => list);
    const buttons = [...table.tHead.querySelectorAll('button')];

    const fits = (row, words) =>
      words.every((word) => row.textContent.toLowerCase().includes(word)) &&
      choices.every(([name, list]) => list.value === '' || row.dataset[name] === list.value);

    const filter = () => {
      const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
      for (const row of rows) row.hidden = !fits(row, words);
      const shown = rows.filter((row) => !row.hidden).length;
      status.textContent = shown + ' dari ' + rows.length + ' indikator ditampilkan.';
    };

    const compare = (column, isNumber, sign) => (a, b) => {
      const [x, y] = [a, b].map((row) => row.cells[column].dataset.value);
      if (x === '' || y === '') return (x === '') - (y === '');
      return sign * (isNumber ? Number(x) - Number(y) : x.localeCompare(y, 'id'));
    };

    const sort = (button) => {
      const header = button.closest('th');
      const isNumber = button.dataset.kind === 'number';
      const before = header.getAttribute('aria-sort');
      const first = isNumber && header.cellIndex > 0 ? 'descending' : 'ascending';
      const after = before === null ? first : before === 'ascending' ? 'descending' : 'ascending';
      for (const other of table.tHead.querySelectorAll('th')) other.removeAttribute('aria-sort');
      header.setAttribute('aria-sort', after);
      const sign = after === 'ascending' ? 1 : -1;
      body.append(...rows.slice().sort(compare(header.cellIndex, isNumber, sign)));
      status.textContent = 'Diurutkan menurut ' + button.textContent + (sign === 1 ? ', menaik.' : ', menurun.');
    };

    for (const button of buttons) {
      button.disabled = false;
      button.addEventListener('click', () => sort(button));
    }
    search.addEventListener('input', filter);
    for (const [, list] of choices) list.addEventListener('change', filter);
    byId('saring').hidden = false;
    filter();
  }

  const unfold = () => {
    const aim = byId(decodeURIComponent(location.hash.slice(1)));
    const folded = aim && aim.closest('details');
    if (!folded) return;
    folded.open = true;
    folded.scrollIntoView();
  };
  addEventListener('hashchange', unfold);
  unfold();

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details.indicator:not([open])')];
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
})();
`;
