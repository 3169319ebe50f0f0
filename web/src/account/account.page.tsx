import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Answer } from '../components/answer';
import { EntryForm } from '../components/entry-form';
import { PageTitle } from '../components/page-title';
import { useRefusedBy } from '../components/refused-by';
import {
  MailPreferencesDocument,
  MailPreferencesSetDocument,
  type ChosenMailKind,
  type MailLanguage,
  type MailPreferencesQuery,
} from '../generated/graphql';
import { useChange, useGraph } from '../shared/graph';
import { SignedIn } from '../sign-in/signed-in';
import { useViewer } from '../sign-in/viewer';
import { useOwnAccountWords } from './account.words';
import { Identities } from './identities';
import { OwnName } from './own-name';
import { OwnSessions } from './own-sessions';
import { SecondFactor } from './second-factor';

type MailGroup = 'decisions' | 'reminders' | 'digests';

const DECISIONS: readonly ChosenMailKind[] = ['RETURNED', 'APPROVED', 'CORRECTED'];
const REMINDERS: readonly ChosenMailKind[] = [
  'ROUND_OPENED',
  'DUE_IN_14_DAYS',
  'DUE_IN_3_DAYS',
  'DUE_IN_1_DAY',
  'OVERDUE',
  'REMINDER',
];
const DIGESTS: readonly ChosenMailKind[] = ['WEEKLY_DIGEST'];
const LANGUAGES: readonly MailLanguage[] = ['BOTH', 'VI', 'EN'];

/** The account of whoever is signed in: who it is, and which mails it gets. */
export default function AccountPage() {
  const words = useOwnAccountWords();
  return (
    <Stack className="in-order">
      <PageTitle>{words('title')}</PageTitle>
      <SignedIn>
        <Own />
        <SecondFactor />
        <Identities />
        <OwnSessions />
      </SignedIn>
    </Stack>
  );
}

function Own() {
  const words = useOwnAccountWords();
  const viewer = useViewer();
  const asked = useGraph(MailPreferencesDocument, {});
  if (!viewer) return null;
  const { name, email } = viewer;
  return (
    <>
      <Text>{email ? words('signs-in', { name, email }) : words('no-email', { name })}</Text>
      <OwnName name={name} />
      {email && (
        <Answer of={asked}>
          {({ viewer: own }) => own && <Mails of={own.mailPreferences} onSaved={asked.again} />}
        </Answer>
      )}
    </>
  );
}

function Mails({
  of: { language, declined },
  onSaved,
}: {
  of: NonNullable<MailPreferencesQuery['viewer']>['mailPreferences'];
  onSaved: () => void;
}) {
  const words = useOwnAccountWords();
  const refusedBy = useRefusedBy();
  const [told, setTold] = useState('');
  const [set] = useChange(MailPreferencesSetDocument);
  const ticks = (name: MailGroup, kinds: readonly ChosenMailKind[]) => ({
    name,
    label: words(name),
    kind: 'ticks' as const,
    options: kinds.map((each) => ({ value: each, label: words(each) })),
    start: kinds.filter((each) => !declined.includes(each)).join(','),
  });
  return (
    <>
      <Text size="sm">{words('lead')}</Text>
      <div role="status">{told}</div>
      <EntryForm
        title={words('mails')}
        order={2}
        label={words('save')}
        primary
        fields={[
          ticks('decisions', DECISIONS),
          ticks('reminders', REMINDERS),
          ticks('digests', DIGESTS),
          {
            name: 'language',
            label: words('language'),
            options: LANGUAGES.map((each) => ({ value: each, label: words(each) })),
            start: language,
          },
        ]}
        send={async (typed, keyed) => {
          const wanted = [typed('decisions'), typed('reminders'), typed('digests')]
            .join()
            .split(',');
          const { data, error } = await set({
            input: keyed({
              language: LANGUAGES.find((each) => each === typed('language')) ?? language,
              declined: [...DECISIONS, ...REMINDERS, ...DIGESTS].filter(
                (each) => !wanted.includes(each),
              ),
            }),
          });
          if (data?.mailPreferencesSet.mailPreferences) {
            setTold(words('saved'));
            onSaved();
          }
          return refusedBy(error, data?.mailPreferencesSet.userErrors);
        }}
      />
    </>
  );
}
