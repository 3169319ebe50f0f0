import { Paper, Stack, Text, Title } from '@mantine/core';
import { Fragment, useEffect, useRef } from 'react';
import { CampusAddForm, CampusChangeForm } from './campus-forms';
import { ChangeForm } from './change-form';
import { CloseForm } from './close-form';
import { CodeForm } from './code-form';
import { ContactForm } from './contact-form';
import type { OfInstitution } from './of-institution';
import { ReopenForm } from './reopen-form';
import { useRegisterWords } from './register.words';
import { SuccessionForm } from './succession-form';

/** What may be changed of an institution in the register, for those who keep it. */
export default function RegisterActs({
  saved,
  ...of
}: OfInstitution & {
  /** How often the viewer has changed it here. */
  saved: number;
}) {
  const words = useRegisterWords();
  const told = useRef<HTMLParagraphElement>(null);
  // Where the form was that is gone, the reader goes on from what it did.
  useEffect(() => {
    if (saved > 0) told.current?.focus();
  }, [saved]);
  return (
    <Paper withBorder p="md" component="section" aria-label={words('title')} className="no-print">
      <Stack gap="sm">
        <Title order={2} size="h3">
          {words('title')}
        </Title>
        <Text role="status" tabIndex={-1} ref={told}>
          {words(saved > 0 ? 'saved' : 'lead')}
        </Text>
        <Fragment key={saved}>
          <ChangeForm {...of} />
          {of.institution.closedOn && <ReopenForm {...of} />}
          <CloseForm {...of} />
          <CodeForm {...of} />
          <SuccessionForm {...of} />
          <CampusAddForm {...of} />
          {of.institution.campuses.length > 0 && <CampusChangeForm {...of} />}
          <ContactForm {...of} />
        </Fragment>
      </Stack>
    </Paper>
  );
}
