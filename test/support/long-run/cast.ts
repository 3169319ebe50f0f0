import {
  AccountCreateDocument,
  AccountPasswordChangeDocument,
} from '../../../clients/typescript/src/generated/graphql.js';
import { Member, type Run } from './member.js';
import type { Cast } from './mixed-load.js';
import { payloadOf } from './payload.js';
import { School, type SchoolDuty } from './school.js';

/** Who acts in a run, with two schools that the load leaves alone. */
export interface FullCast extends Cast {
  /** Whose writes show whether the hub is back. */
  probe: SchoolDuty;
  /** Whose files break off on their way. */
  sender: School;
}

const SCHOOLS = 6;
const PLACES = `{ administrativeUnit(code: "68", kind: PROVINCE) { id }
  reportingRounds(first: 1) { nodes { id phase } }
  institutions(first: ${SCHOOLS + 2}, filter: { kinds: [UPPER_SECONDARY_SCHOOL] }) { nodes { id } } }`;
/** Makes accounts for schools of the demo's open round, as an operator does. */
export async function makeCast(run: Run): Promise<FullCast> {
  const operator = new Member(run, 'operator@demo.example');
  const { data } = await operator.ask('places', PLACES);
  if (!data) throw new Error('the demo cannot be read');
  const round: string = data['reportingRounds'].nodes[0].id;
  const duties: SchoolDuty[] = [];
  for (const { id: institution } of data['institutions'].nodes)
    duties.push({ email: await makeAccount(operator, institution), institution, round });
  operator.client.close();
  const [probe, sending, ...schools] = duties;
  if (!probe || !sending || schools.length < SCHOOLS)
    throw new Error('the demo has too few schools');
  return {
    schools,
    probe,
    sender: new School(run, sending),
    // One account in two places, so that decisions meet.
    reviewers: ['reviewer@demo.example', 'reviewer@demo.example'],
    visitor: 'school@demo.example',
    unit: data['administrativeUnit'].id,
  };
}

async function makeAccount(operator: Member, institution: string): Promise<string> {
  const { run } = operator;
  const first = `${run.password}, the first`;
  const { write, payload } = await operator.write(
    'accountCreate',
    payloadOf(AccountCreateDocument),
    (mark) => ({
      name: mark,
      email: `${mark}@example.edu.vn`,
      password: first,
      grants: [{ role: 'SCHOOL_ADMIN', institution }],
    }),
  );
  if (!payload) throw new Error('an account could not be made');
  const email = `${write.mark}@example.edu.vn`;
  const newcomer = new Member({ ...run, password: first }, email);
  const input = { presentPassword: first, newPassword: run.password };
  const document = AccountPasswordChangeDocument.toString();
  const { data } = await newcomer.ask('accountPasswordChange', document, { input });
  newcomer.client.close();
  if (!data?.['accountPasswordChange'].changed) throw new Error('a password could not be changed');
  return email;
}
