import { sql } from 'kysely';
import { emailProblems, normalEmail } from '../accounts/account-input.js';
import { mayKeepRegister } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer } from '../changes/change.service.js';
import { conflictWith } from '../changes/conflict.queries.js';
import { databaseOf, type Database } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import { rowIdOf } from '../graphql/node.js';
import type { Refusal } from '../graphql/user-error.js';
import { placesOf } from '../institutions/institution-place.queries.js';
import type { Context } from '../request/context.js';
import { tidy } from '../shared/text.js';
import type { InstitutionContactSetInput } from './contact.inputs.js';
import { contactsOf, NO_CONTACT, type ContactRow } from './contact.queries.js';

const LONGEST_TELEPHONE = 60;

/**
 * Records how the office of an institution is reached. It is not public, so nothing is published.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN for who does not keep the register there.
 */
export function setContact(
  context: Context,
  input: InstitutionContactSetInput,
): Promise<Answer<{ id: number }>> {
  requireViewer(context.viewer);
  const request = { action: 'institutionContactSet', input, publishes: false };
  return change(context, request, async (em, at) => {
    const database = databaseOf(em);
    const id = rowIdOf('Institution', input.id) ?? 0;
    // Whoever changes it at the same time waits here, and then finds another version.
    await sql`select from institution where id = ${id} for no key update`.execute(database);
    const place = (await placesOf(database, [id], context.today)).get(id);
    if (!place) return refused([notFound('id')]);
    if (!mayKeepRegister(context.viewer, place.unitPath)) throw forbidden();
    const before = (await contactsOf(database, [id])).get(id) ?? NO_CONTACT;
    const { version: seen } = input;
    if (before.version !== seen) {
      const subject = { subjectType: 'InstitutionContact', subjectId: id };
      return refused([await conflictWith(database, { ...subject, present: before.version, seen })]);
    }
    const after = contactAfter(before, input);
    const wrong = problemsOf(after);
    if (wrong.length > 0) return refused(wrong);
    const value = { id };
    if (after.email === before.email && after.telephone === before.telephone)
      return { value, refusals: [], events: [] };
    await record(database, id, after, at);
    const event = {
      ...{ subjectType: 'InstitutionContact', subjectId: id, subjectVersion: after.version },
      ...{ institutionId: id, unitId: place.unitId },
      before: told(before),
      after: told(after),
    };
    return { value, refusals: [], events: [event] };
  });
}

function contactAfter(before: ContactRow, input: InstitutionContactSetInput): ContactRow {
  const { email, telephone } = input;
  return {
    email: email === undefined ? before.email : normalEmail(email ?? '') || null,
    telephone: telephone === undefined ? before.telephone : tidy(telephone ?? '') || null,
    version: before.version + 1,
  };
}

const told = ({ email, telephone }: ContactRow) => ({ email, telephone });

function problemsOf({ email, telephone }: ContactRow): Refusal[] {
  const digits = telephone?.replace(/\D/g, '').length ?? 0;
  const unfit = telephone !== null && (digits < 6 || [...telephone].length > LONGEST_TELEPHONE);
  return [...(email === null ? [] : emailProblems(email)), ...(unfit ? [TELEPHONE_UNFIT] : [])];
}

const TELEPHONE_UNFIT: Refusal = {
  code: 'TELEPHONE_UNFIT',
  field: ['telephone'],
  text: {
    vi: `Số điện thoại cần ít nhất 6 chữ số, nhiều nhất ${LONGEST_TELEPHONE} ký tự.`,
    en: `A telephone number has at least 6 digits and at most ${LONGEST_TELEPHONE} characters.`,
  },
};

async function record(
  database: Database,
  id: number,
  { email, telephone, version }: ContactRow,
  at: Date,
): Promise<void> {
  await sql`
    update institution_contact set superseded_at = ${at}
    where institution_id = ${id} and superseded_at is null`.execute(database);
  await sql`
    insert into institution_contact (institution_id, version, email, telephone, recorded_at)
    values (${id}, ${version}, ${email}, ${telephone}, ${at})`.execute(database);
}
