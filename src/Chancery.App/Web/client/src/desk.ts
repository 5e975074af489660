import 'htmx.org';
import './desk.css';

/**
 * Lights records and their words, both ways. Without it the same links lead to the same places: words to their card,
 * quotes to their words. It slices no text; the server has cut it.
 *
 * Names in addresses: `st-…` is a record, `card-st-…` its card, `w10-24` a piece of evidence.
 */

const text = document.querySelector<HTMLElement>('[data-text]');
const records = document.querySelector<HTMLElement>('[data-records-of]');

if (text && records) followReport(text, records);

function followReport(text: HTMLElement, records: HTMLElement): void {
  const marks = [...text.querySelectorAll<HTMLElement>('mark[data-records]')];
  const cards = [...records.querySelectorAll<HTMLElement>('.card')];
  let isMoving = false;

  const names = (element: HTMLElement, attribute: 'records' | 'pieces'): string[] => (element.dataset[attribute] ?? '').split(' ');
  const cardOf = (record: string) => cards.find(card => card.dataset['record'] === record);

  function light(words: HTMLElement[], lit: HTMLElement[]): void {
    for (const mark of marks) mark.classList.toggle('lit', words.includes(mark));
    for (const card of cards) {
      const isLit = lit.includes(card);
      card.classList.toggle('lit', isLit);
      if (isLit) card.setAttribute('aria-current', 'true');
      else card.removeAttribute('aria-current');
    }
  }

  /** The record's words and its card. */
  function lightRecord(record: string): boolean {
    const card = cardOf(record);
    if (!card) return false;
    const words = marks.filter(mark => names(mark, 'records').includes(record));
    light(words, [card]);
    show(words[0], card);
    return true;
  }

  /** The words of one piece of evidence and every card that rests on it. */
  function lightPiece(piece: string): boolean {
    const words = marks.filter(mark => names(mark, 'pieces').includes(piece));
    if (words.length === 0) return false;
    const lit = cards.filter(card => names(card, 'pieces').includes(piece));
    light(words, lit);
    show(words[0], lit[0]);
    return true;
  }

  /** The words of the innermost piece under a mark, and the cards of all records it is part of, the innermost first. */
  function lightMark(mark: HTMLElement): void {
    const piece = names(mark, 'pieces')[0] ?? '';
    const lit = names(mark, 'records').map(cardOf).filter(card => card !== undefined);
    light(marks.filter(other => names(other, 'pieces').includes(piece)), lit);
    if (!lit[0]) return;
    remember(`#${lit[0].dataset['record']}`);
    reveal(lit[0]);
    focus(lit[0]);
  }

  function show(word: HTMLElement | undefined, card: HTMLElement | undefined): void {
    if (card && isBeside()) reveal(card);
    if (word) reveal(word);
  }

  const isBeside = () => getComputedStyle(records).position === 'sticky';

  function reveal(element: HTMLElement): void {
    const { top, bottom } = element.getBoundingClientRect();
    const frame = records.contains(element) && isBeside() ? records.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    if (top >= frame.top && bottom <= frame.bottom) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: records.contains(element) ? 'nearest' : 'center', behavior: isCalm ? 'auto' : 'smooth' });
  }

  function focus(element: HTMLElement): void {
    isMoving = true;
    element.focus({ preventScroll: true });
    isMoving = false;
  }

  const remember = (hash: string) => history.replaceState(history.state, '', hash);

  function follow(hash: string): boolean {
    const name = decodeURIComponent(hash.slice(1));
    return lightPiece(name) || lightRecord(name.replace(/^card-/, ''));
  }

  text.addEventListener('click', event => {
    const mark = (event.target as Element).closest<HTMLElement>('mark[data-records]');
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    lightMark(mark);
  });

  records.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const card = (event.target as Element).closest<HTMLElement>('.card');
    if (link && follow(link.hash)) {
      event.preventDefault();
      remember(link.hash);
      const words = marks.find(mark => mark.classList.contains('lit'))?.querySelector('a');
      if (words) focus(words);
    } else if (card) {
      lightRecord(card.dataset['record'] ?? '');
      remember(`#${card.dataset['record']}`);
    }
  });

  records.addEventListener('focusin', event => {
    if (!isMoving && (event.target as Element).matches('.card:focus-visible')) lightRecord((event.target as HTMLElement).dataset['record'] ?? '');
  });

  records.addEventListener('keydown', event => {
    const card = (event.target as Element).closest<HTMLElement>('.card');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!card || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = cards[cards.indexOf(card) + step];
    if (!next) return;
    event.preventDefault();
    focus(next);
    lightRecord(next.dataset['record'] ?? '');
  });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    light([], []);
    history.replaceState(history.state, '', location.pathname + location.search);
  });

  addEventListener('hashchange', () => follow(location.hash));
  if (location.hash.length > 1) follow(location.hash);
}
