import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { InvitedFragment } from '../../generated/graphql';
import { useViewer } from '../../sign-in/viewer';
import { useAtOnceWords } from './at-once.words';
import { LETTER, type Letter } from './letter-texts';
import './letters.css';
import { QrCode } from './qr-code';

/** The letters to those of whom the answer has a code; the others are invited by mail. */
export function lettersTo(invited: readonly Pick<InvitedFragment, 'account' | 'code'>[]): Letter[] {
  return invited.flatMap(({ code, account }) =>
    code === null
      ? []
      : [
          {
            ...{ id: account.id, name: account.name, code },
            signInName: account.signInName ?? '',
            endsAt: account.invitationEndsAt ?? '',
            places: account.grants.flatMap(
              ({ unit, institution }) => (unit ?? institution)?.name ?? [],
            ),
          },
        ],
  );
}

/** Offers letters that were made just now for printing; their codes are told only here, until they are put away. */
export function Letters({ of: letters, onKept }: { of: readonly Letter[]; onKept: () => void }) {
  const words = useAtOnceWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  if (letters.length === 0) return null;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      color="lake"
      variant="outline"
      title={words('letters', { count: letters.length })}
    >
      <Stack gap="sm" align="start">
        <Text size="sm">{words('letters-once')}</Text>
        <Group gap="xs">
          <Button onClick={() => window.print()}>{words('print')}</Button>
          <Button variant="default" onClick={onKept}>
            {words('letters-kept')}
          </Button>
        </Group>
      </Stack>
      <PrintedLetters of={letters} />
    </Alert>
  );
}

/** Beside the page, so that a print has the letters only, each on a page of its own. */
export function PrintedLetters({ of: letters }: { of: readonly Letter[] }) {
  const viewer = useViewer();
  const by = [viewer?.name, viewer?.email && `(${viewer.email})`].filter(Boolean).join(' ');
  return createPortal(
    <div className="letters">
      {letters.map((letter) => (
        <OneLetter key={letter.id} letter={letter} by={by} />
      ))}
    </div>,
    document.body,
  );
}

function OneLetter({ letter, by }: { letter: Letter; by: string }) {
  const address = window.location.origin;
  const facts = { ...letter, address, by };
  const link = `${address}/invitation#${letter.code}`;
  const [vi, en] = [LETTER.vi(facts), LETTER.en(facts)];
  return (
    <article className="letter">
      <div lang="vi">
        <h1>{vi.title}</h1>
        <p>{vi.dear}</p>
        {vi.paragraphs.map((each) => (
          <p key={each}>{each}</p>
        ))}
        <QrCode text={link} label={link} />
        <p className="code">{letter.code}</p>
        <ol>
          {vi.steps.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ol>
        <p>{vi.footer}</p>
      </div>
      <div lang="en" className="other-language">
        <h1>{en.title}</h1>
        {[en.dear, ...en.paragraphs].map((each) => (
          <p key={each}>{each}</p>
        ))}
        <ol>
          {en.steps.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ol>
        <p>{en.footer}</p>
      </div>
    </article>
  );
}
