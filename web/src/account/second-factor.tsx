import { Button, Code, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Answer } from '../components/answer';
import { EntryForm } from '../components/entry-form';
import { useRefusedBy } from '../components/refused-by';
import {
  OwnSecondFactorDocument,
  SecondFactorConfirmDocument,
  SecondFactorStartDocument,
} from '../generated/graphql';
import { number } from '../shared/format';
import { useChange, useGraph } from '../shared/graph';
import { useOwnAccountWords } from './account.words';

/** A secret that was made just now, for an app to read or for somebody to type. */
interface Made {
  secret: string;
  picture: string;
}

/** Whether the sign-in asks for a code as well, and how to set that up. */
export function SecondFactor() {
  const words = useOwnAccountWords();
  return (
    <SecondFactorSetup>
      <Title order={2} size="h3">
        {words('second-factor')}
      </Title>
    </SecondFactorSetup>
  );
}

/**
 * How the second factor stands, and its setting up step by step; nothing without a password here.
 * @param onward where somebody goes on who must set it up first; left out on the own page.
 */
export function SecondFactorSetup({
  onward,
  children,
}: {
  onward?: () => void;
  children?: ReactNode;
}) {
  const words = useOwnAccountWords();
  const asked = useGraph(OwnSecondFactorDocument, {});
  const [made, setMade] = useState<Made | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const first = onward !== undefined;
  function confirmed(told: readonly string[]) {
    setMade(null);
    setCodes(told);
    asked.again();
  }
  function step(active: boolean, required: boolean) {
    if (codes.length > 0)
      return <RecoveryCodes codes={codes} onKept={onward ?? (() => setCodes([]))} />;
    if (made) return <Confirm made={made} first={first} onDone={confirmed} />;
    // It was set up in another window.
    if (onward && !required)
      return (
        <div>
          <Button onClick={onward}>{words('next')}</Button>
        </div>
      );
    return <Start again={active} first={first} onMade={setMade} />;
  }
  return (
    <Answer of={asked}>
      {({ viewer }) =>
        viewer?.signInName && (
          <Stack gap="sm">
            {children}
            <Text size="sm" role="status">
              {viewer.secondFactor.active
                ? words('factor-on', { left: number(viewer.secondFactor.recoveryCodesLeft) })
                : words('factor-off')}
            </Text>
            {step(viewer.secondFactor.active, viewer.secondFactorRequired)}
          </Stack>
        )
      }
    </Answer>
  );
}

function Start({
  again,
  first,
  onMade,
}: {
  again: boolean;
  /** Whether it is the first thing to do, right below the heading of the page. */
  first: boolean;
  onMade: (made: Made) => void;
}) {
  const words = useOwnAccountWords();
  const refusedBy = useRefusedBy();
  const [start] = useChange(SecondFactorStartDocument);
  const label = words(again ? 'factor-again' : 'factor-start');
  return (
    <EntryForm
      title={label}
      order={first ? 2 : 3}
      label={words('next')}
      primary={first}
      fields={[
        {
          name: 'presentPassword',
          label: words('present-password'),
          kind: 'password',
          required: true,
        },
      ]}
      send={async (typed) => {
        const { data, error } = await start({
          input: { presentPassword: typed('presentPassword') },
        });
        const answer = data?.secondFactorStart;
        if (answer?.secret && answer.picture)
          onMade({ secret: answer.secret, picture: answer.picture });
        return refusedBy(error, answer?.userErrors);
      }}
    />
  );
}

function Confirm({
  made,
  first,
  onDone,
}: {
  made: Made;
  first: boolean;
  onDone: (codes: readonly string[]) => void;
}) {
  const words = useOwnAccountWords();
  const refusedBy = useRefusedBy();
  const [confirm] = useChange(SecondFactorConfirmDocument);
  return (
    <>
      <Text size="sm">{words('factor-scan')}</Text>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(made.picture)}`}
        alt={words('factor-picture')}
        width={220}
        height={220}
      />
      <Text size="sm">{words('factor-type')}</Text>
      <Code block>{made.secret.replace(/.{4}(?=.)/g, '$& ')}</Code>
      <EntryForm
        title={words('factor-confirm')}
        order={first ? 2 : 3}
        label={words('factor-confirm')}
        primary
        fields={[{ name: 'code', label: words('factor-code'), required: true }]}
        send={async (typed) => {
          const { data, error } = await confirm({ input: { code: typed('code') } });
          const answer = data?.secondFactorConfirm;
          if (answer && answer.recoveryCodes.length > 0) onDone(answer.recoveryCodes);
          return refusedBy(error, answer?.userErrors);
        }}
      />
    </>
  );
}

/** Shown once, until somebody has kept them. */
function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const words = useOwnAccountWords();
  return (
    <Stack gap="sm" align="start">
      <Text size="sm">{words('recovery-once')}</Text>
      <Code block>{codes.join('\n')}</Code>
      <Button variant="default" onClick={onKept}>
        {words('recovery-kept')}
      </Button>
    </Stack>
  );
}
