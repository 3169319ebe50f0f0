import './saved-views.css';
import { Button, CloseButton, Group, NavLink, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useSharedWords } from '../shared/shared.words';
import { useSavedViewsWords } from './saved-views.words';
import { MOST, useSavedViews, type SavedView } from './use-saved-views';

/** Pages that are nobody's own: what a report or an account is about is not left in a browser. */
const PAGES = ['/target', '/changes', '/map', '/compare', '/institutions', '/workforce'];

/** In the menu: the views that were saved, and the way to save the one that is looked at. */
export default function SavedViews() {
  const words = useSavedViewsWords();
  const { views, save, remove } = useSavedViews();
  const [path] = useLocation();
  const search = useSearch();
  const [isNaming, setNaming] = useState(false);
  const [said, setSaid] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const address = search === '' ? path : `${path}?${search}`;
  const canSave = path === '/' || PAGES.some((page) => `${path}/`.startsWith(`${page}/`));
  const isFull = views.length >= MOST && !views.some((view) => view.address === address);
  const done = (told: string) => {
    setNaming(false);
    setSaid(told);
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (!canSave && views.length === 0) return null;
  return (
    <section aria-label={words('saved')} className="saved-views no-print">
      <List
        views={views}
        here={address}
        onRemove={(view) => {
          remove(view);
          done(words('is-removed', { name: view.name }));
        }}
      />
      {canSave && !isNaming && (
        <Button
          ref={opener}
          size="xs"
          variant="default"
          fullWidth
          onClick={() => (isFull ? setSaid(words('full', { most: MOST })) : setNaming(true))}
        >
          {words('save')}
        </Button>
      )}
      {canSave && isNaming && (
        <Naming
          key={address}
          onSave={(name) => {
            save({ name, address });
            done(words('is-saved', { name }));
          }}
          onCancel={() => done('')}
        />
      )}
      <Text size="xs" role="status" mt={said ? 4 : 0}>
        {said}
      </Text>
    </section>
  );
}

function List({
  views,
  here,
  onRemove,
}: {
  views: readonly SavedView[];
  here: string;
  onRemove: (view: SavedView) => void;
}) {
  const words = useSavedViewsWords();
  if (views.length === 0) return null;
  return (
    <>
      <Text size="xs" fw={600} px="xs" aria-hidden>
        {words('saved')}
      </Text>
      <ul>
        {views.map((view) => (
          <li key={view.address}>
            <NavLink
              component={Link}
              href={view.address}
              label={view.name}
              aria-current={view.address === here ? 'page' : undefined}
            />
            <CloseButton
              size="md"
              aria-label={words('remove', { name: view.name })}
              onClick={() => onRemove(view)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function Naming({ onSave, onCancel }: { onSave: (name: string) => void; onCancel: () => void }) {
  const words = useSavedViewsWords();
  const say = useSharedWords();
  const [name, setName] = useState(() => document.title.replace(` · ${say('console')}`, ''));
  const [isEmpty, setEmpty] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <form
      aria-label={words('save')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') setEmpty(true);
        else onSave(name.trim());
      }}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <TextInput
        size="xs"
        label={words('name')}
        description={words('name-help')}
        value={name}
        maxLength={100}
        onChange={({ currentTarget: { value } }) => setName(value)}
        error={isEmpty && name.trim() === '' && say('fill-in', { label: words('name') })}
        errorProps={{ role: 'alert' }}
        ref={input}
      />
      <Group gap="xs" mt={6}>
        <Button type="submit" size="xs">
          {words('keep')}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {words('cancel')}
        </Button>
      </Group>
    </form>
  );
}
