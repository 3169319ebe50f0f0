import './search.css';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useGo } from '../shared/address';
import { silenceOf } from '../shared/graph';
import { number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { useSearchWords } from './search.words';
import { GROUPS, useFound, type Found, type Groups } from './use-found';

/**
 * Finds a unit, an institution, a round or a plan from every page: a combobox with a list of what is found, gone to by
 * the arrow keys. The key / leads here. On a phone it is a button that opens it below the header.
 */
export default function Search() {
  const words = useSearchWords();
  const [isShown, setShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useSlash(() => {
    setShown(true);
    // On a phone it has to be there first.
    requestAnimationFrame(() => input.current?.focus());
  });
  useEffect(() => {
    if (isShown) input.current?.focus();
  }, [isShown]);
  return (
    <div className="search" data-shown={isShown || undefined} role="search">
      <button
        type="button"
        className="search-open"
        aria-label={words('open')}
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <circle cx="10" cy="10" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M15 15l6 6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      </button>
      <div className="search-box">
        <Field input={input} onLeave={() => setShown(false)} />
      </div>
    </div>
  );
}

/** The key / leads to the search, but where something is typed or asked. */
function useSlash(go: () => void): void {
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const isTyping =
        target instanceof HTMLElement &&
        (target.isContentEditable || target.matches('input, select, textarea'));
      if (key !== '/' || ctrlKey || metaKey || altKey || isTyping) return;
      if (document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

type Input = React.RefObject<HTMLInputElement | null>;

/** What is typed, what is found by it, and which of it the arrow keys have come to. */
function useSearching(input: Input, onLeave: () => void) {
  const id = useId();
  const go = useGo();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { found, ...asked } = useFound(typed);
  const all = found ? GROUPS.flatMap((group) => found[group]) : [];
  const isListed = isOpen && all.length > 0;
  const optionId = (one: Found) => `${id}-${one.id}`;
  function type(text: string) {
    setTyped(text);
    setAt(0);
    setOpen(true);
  }
  function choose(one: Found | undefined) {
    if (!one) return;
    setTyped('');
    setOpen(false);
    // Else the heading of the page would not get the focus.
    input.current?.blur();
    onLeave();
    go(one.href);
  }
  function move(step: number) {
    const next = isListed ? (at + step + all.length) % all.length : 0;
    const one = all[next];
    if (one) document.getElementById(optionId(one))?.scrollIntoView({ block: 'nearest' });
    setAt(next);
    setOpen(true);
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length > 0) {
      event.preventDefault();
      move(step);
    } else if (event.key === 'Enter' && isListed) choose(all[at]);
    else if (event.key === 'Escape') {
      if (isOpen && typed) return setOpen(false);
      setTyped('');
      onLeave();
    }
  }
  const point = (one: Found) => setAt(all.indexOf(one));
  const active = isListed ? all[at] : undefined;
  const count = found && all.length;
  return {
    ...{ ...asked, listId: `${id}-list`, optionId, found, count, active, typed, isOpen, isListed },
    ...{ type, setOpen, choose, point, onKeyDown },
  };
}

function Field({ input, onLeave }: { input: Input; onLeave: () => void }) {
  const words = useSearchWords();
  const searching = useSearching(input, onLeave);
  const { found, active, isListed, listId, optionId, setOpen } = searching;
  return (
    <>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={words('search')}
        aria-expanded={isListed}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active && optionId(active)}
        placeholder={words(searching.keeps ? 'hint-keeper' : 'hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={searching.typed}
        onChange={({ currentTarget }) => searching.type(currentTarget.value)}
        onKeyDown={searching.onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <Told
        text={searching.isOpen ? searching.text : ''}
        count={searching.count}
        error={searching.error}
      />
      <div id={listId} role="listbox" aria-label={words('search')} hidden={!isListed}>
        {isListed && found && (
          <Options
            of={found}
            active={active}
            id={optionId}
            onPoint={searching.point}
            onChoose={searching.choose}
          />
        )}
      </div>
    </>
  );
}

/** What was found, by its kind. The keys are those of the field, which keeps the focus. */
function Options({
  of,
  active,
  id,
  onPoint,
  onChoose,
}: {
  of: Groups;
  active: Found | undefined;
  /** The id that an option has on the page. */
  id: (one: Found) => string;
  onPoint: (one: Found) => void;
  onChoose: (one: Found) => void;
}) {
  const words = useSearchWords();
  const heading = useId();
  return GROUPS.filter((group) => of[group].length > 0).map((group) => (
    <div key={group} role="group" aria-labelledby={`${heading}-${group}`}>
      <div id={`${heading}-${group}`} role="presentation" className="search-group">
        {words(group)}
      </div>
      {of[group].map((one) => (
        <div
          key={one.id}
          id={id(one)}
          role="option"
          aria-selected={one === active}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={({ movementX, movementY }) => {
            // A list that opens under a pointer at rest is not chosen from.
            if (movementX !== 0 || movementY !== 0) onPoint(one);
          }}
          onClick={() => onChoose(one)}
        >
          {one.name}
          <small>{one.beside}</small>
        </div>
      ))}
    </div>
  ));
}

/** How many were found, for who does not see the list; that there are none everybody reads. */
function Told({
  text,
  count,
  error,
}: {
  text: string;
  count: number | undefined;
  error: ReturnType<typeof useFound>['error'];
}) {
  const say = useSharedWords();
  const words = useSearchWords();
  const isNone = text !== '' && !error && count === 0;
  return (
    <div role="status" className={isNone || (error && text) ? 'search-none' : 'visually-hidden'}>
      {text !== '' &&
        (error
          ? say(silenceOf(error))
          : count === 0
            ? words('none', { text })
            : count !== undefined && words('found', { count: number(count) }))}
    </div>
  );
}
