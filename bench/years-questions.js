/**
 * What `bench:years` asks: every kind of reading and writing of the hub, nothing of which asks for more years.
 * A question gets the hub and the turn, and gives the step that is counted; what it awaits before is not.
 */
import { readFile } from 'node:fs/promises';
import { ANSWERS, NEED_EVIDENCE } from './answers.js';
import { LAST_ROUND } from './dataset.js';
import { HUB } from './questions.js';

const OPERATIONS = new URL('../schema/operations/', import.meta.url);
const CONSOLE = new URL('../web/src/', import.meta.url);
const [PLANNER, OPERATOR, REVIEWER] = ['planner', 'operator', 'reviewer'].map(
  (who) => `${who}@example.org`,
);
const PROVINCES = 34;

const globalId = (type, id) => Buffer.from(`${type}:${id}`).toString('base64url');
const provinceOf = (turn) => 1 + (turn % PROVINCES);
const codeOf = (turn) => String(provinceOf(turn)).padStart(2, '0');
const unitOf = (turn) => globalId('AdministrativeUnit', provinceOf(turn));
const dayOf = (turn) => `${LAST_ROUND}-10-${String(1 + (turn % 28)).padStart(2, '0')}`;
/** Upper-secondary schools, far from those whose reports wait. */
const schoolOf = (turn, size) => size / 2 + 3 + 5 * turn;

/** Everything that reads. */
export async function readingsOf(size) {
  const operation = (name) => readFile(new URL(`${name}.graphql`, OPERATIONS), 'utf8');
  const page = (name) => readFile(new URL(`${name}.graphql`, CONSOLE), 'utf8');
  const asked = (name, query, variables, email) => ({
    name,
    ask: async (hub, turn) => {
      const filled = await variables(turn, hub);
      const its = typeof email === 'function' ? email(turn) : email;
      // Who asks signs in before.
      if (its) await hub.ask('{ viewer { name } }', {}, its);
      return () => hub.ask(query, filled, its);
    },
  });
  const school = (turn) => `school-${schoolOf(turn, size)}@example.org`;
  const institution = (turn) => globalId('Institution', schoolOf(turn, size));
  const code = (turn) => ({ code: `I-${schoolOf(turn, size)}` });
  const trail = await page('operations/audit/audit');
  const trailOf = (name, filter, email = PLANNER) =>
    asked(
      `trail, ${name}`,
      trail,
      async (turn, hub) => ({ first: 50, filter: await filter(turn, hub) }),
      email,
    );
  return [
    asked('R1, an institution', HUB.R1.query, code),
    asked('R2, institutions of a province', HUB.R2.query, (turn) => ({
      unit: unitOf(turn),
      kind: 'PRIMARY_SCHOOL',
      on: dayOf(turn),
    })),
    asked('R3, a province', HUB.R3.query, (turn) => ({ code: codeOf(turn), asOf: dayOf(turn) })),
    asked('R4, communes of a province', HUB.R4.query, (turn) => ({
      code: codeOf(turn),
      asOf: dayOf(turn),
    })),
    asked('R5, a province on five days of a year', HUB.R5.query, (turn) => ({
      code: codeOf(turn),
      on: [0, 1, 2, 3, 4].map((more) => dayOf(turn + 3 * more)),
    })),
    asked(
      'page of an institution',
      await page('institutions/institution-page'),
      (turn) => ({ ...code(turn), id: institution(turn), hasId: false, on: dayOf(turn) }),
      PLANNER,
    ),
    asked('standing of a school', await operation('school-standing'), code),
    asked(
      'history of an institution, 20 entries',
      await operation('institution-history'),
      (turn) => ({ ...code(turn), first: 20 }),
      school,
    ),
    asked(
      'home of a school',
      await page('home/school').then(firstOf),
      (turn) => ({ institution: institution(turn) }),
      school,
    ),
    asked(
      'form of a school',
      await operation('school-form'),
      async (turn, hub) => ({
        institution: institution(turn),
        round: await lastRoundOf(hub, schoolOf(turn, size)),
      }),
      school,
    ),
    asked('institutions by name', await operation('dashboard-page'), (turn) => ({
      filter: { unit: unitOf(turn) },
      asOf: dayOf(turn),
    })),
    asked(
      'movers',
      `query ($unit: ID!, $to: LocalDate!) { progressMovers(unit: $unit, from: "${LAST_ROUND}-09-30", to: $to, group: GENERAL_EDUCATION, first: 20) { totalCount nodes { percentPoints } } }`,
      (turn) => ({ unit: unitOf(turn), to: dayOf(turn) }),
    ),
    asked(
      'figures by criterion',
      `query ($code: String!, $framework: ID!, $asOf: LocalDate) { administrativeUnit(code: $code) { criterionFigures(framework: $framework, asOf: $asOf) { institutions reported criteria(first: 20) { nodes { met } } } } }`,
      (turn) => ({ code: codeOf(turn), asOf: dayOf(turn), framework: globalId('Framework', 1) }),
    ),
    asked(
      'what was approved, 20 updates',
      await operation('status-updates'),
      () => ({ first: 20 }),
      PLANNER,
    ),
    asked('queue of a reviewer', await page('review/queue'), () => ({ first: 50 }), REVIEWER),
    asked('home of a reviewer', await page('home/reviewer'), () => ({}), REVIEWER),
    asked(
      'arrivals of a round',
      await operation('round-arrivals'),
      async (turn, hub) => ({ round: await lastRoundOf(hub, null), unit: unitOf(0) }),
      PLANNER,
    ),
    asked('rounds', await operation('rounds'), () => ({ first: 20 }), PLANNER),
    trailOf('no filter', () => null),
    trailOf('no filter, an operator', () => null, OPERATOR),
    trailOf('one action', () => ({ action: 'statusUpdateSubmit' })),
    trailOf('an action that is rare', () => ({ action: 'statusUpdateReturn' })),
    trailOf(
      'an account, an operator',
      async (turn, hub) => ({ account: await accountOf(hub, schoolOf(turn, size)) }),
      OPERATOR,
    ),
    trailOf('an institution', (turn) => ({ institution: globalId('Institution', 1 + 34 * turn) })),
    trailOf('a commune', (turn) => ({ unit: globalId('AdministrativeUnit', 35 + 33 + 34 * turn) })),
    trailOf('a month', () => ({
      from: `${LAST_ROUND}-05-01T00:00:00Z`,
      to: `${LAST_ROUND}-06-01T00:00:00Z`,
    })),
    asked('feed, the last 100', await operation('changes'), async (turn, hub) => ({
      first: 100,
      after: await cursorOf(hub, 100),
    })),
    asked('mails, 20', await page('operations/mail/mail-list'), () => ({ first: 20 }), OPERATOR),
    asked(
      'mails, 20 that were refused',
      await page('operations/mail/mail-list'),
      () => ({ first: 20, filter: { states: ['REFUSED'] } }),
      OPERATOR,
    ),
    asked(
      'mails, how many in each state',
      await page('operations/mail/mail-standing'),
      () => ({}),
      OPERATOR,
    ),
    asked('health', await page('operations/health/hub-health'), () => ({}), OPERATOR),
    { name: 'metrics', ask: (hub) => () => hub.get('/metrics') },
  ];
}

const firstOf = (text) => text.slice(0, text.indexOf('\n# What a reviewer'));

async function lastRoundOf(hub, institution) {
  const [{ id }] = await hub.rows(
    `select round.id from reporting_round as round where code = '${LAST_ROUND}' and unit_id = coalesce(
       (select path[1] from administrative_unit as unit join institution_period as period on period.unit_id = unit.id
        where institution_id = ?::int limit 1), 1)`,
    [institution],
  );
  return globalId('ReportingRound', id);
}

async function openRoundOf(hub, institution) {
  const [{ id }] = await hub.rows(
    `select round.id from reporting_round as round where code = 'OPEN' and unit_id =
       (select path[1] from administrative_unit as unit join institution_period as period on period.unit_id = unit.id
        where institution_id = ? limit 1)`,
    [institution],
  );
  return globalId('ReportingRound', id);
}

async function accountOf(hub, institution) {
  const [{ id }] = await hub.rows('select id from account where name = ?', [
    `School ${institution}`,
  ]);
  return globalId('Account', id);
}

/** The cursor with so many changes after it. */
async function cursorOf(hub, left) {
  const { changes } = await hub.ask(
    `query ($left: Int!) { changes(last: $left) { pageInfo { startCursor } } }`,
    { left },
  );
  return changes.pageInfo.startCursor;
}

/** Everything that writes; each turn is a school of its own. */
export function writingsOf(size) {
  const payload = 'statusUpdate { id version state } userErrors { code message }';
  const sent = (name, field, kind, input) => [
    `mutation ($input: ${kind}!) { ${name}(input: $input) { ${field} } }`,
    { input },
  ];
  const drafts = new Map();
  const draftOf = async (hub, turn, values = ANSWERS) => {
    const key = `${hub.name} ${turn}`;
    const institution = schoolOf(20 + turn, size);
    const input = {
      institution: globalId('Institution', institution),
      round: await openRoundOf(hub, institution),
      answers: values,
      version: drafts.get(key)?.version,
    };
    const email = `school-${institution}@example.org`;
    await hub.ask('{ viewer { name } }', {}, email);
    return {
      email,
      id: drafts.get(key)?.id,
      version: drafts.get(key)?.version,
      save: async () => {
        const saved = await hub.ask(
          ...sent('statusUpdateSave', payload, 'StatusUpdateSaveInput', input),
          email,
        );
        drafts.set(key, saved.statusUpdateSave.statusUpdate);
      },
    };
  };
  return [
    {
      name: 'a school saves, the first time',
      ask: async (hub, turn) => (await draftOf(hub, turn)).save,
    },
    {
      name: 'a school saves again',
      ask: async (hub, turn) => (await draftOf(hub, turn, ANSWERS.slice(0, 3))).save,
    },
    {
      name: 'a school adds a link',
      ask: async (hub, turn) => {
        const { id, email } = await draftOf(hub, turn);
        const add = (criterion) =>
          hub.ask(
            ...sent(
              'evidenceLinkAdd',
              'evidence { id } userErrors { code message }',
              'EvidenceLinkAddInput',
              {
                statusUpdate: id,
                criterion,
                name: 'Minh chứng',
                url: 'https://example.edu.vn/minh-chung',
              },
            ),
            email,
          );
        for (const criterion of NEED_EVIDENCE.slice(1)) await add(criterion);
        return () => add(NEED_EVIDENCE[0]);
      },
    },
    {
      name: 'a school hands in',
      ask: async (hub, turn) => {
        const { id, email, version } = await draftOf(hub, turn);
        return () =>
          hub.ask(
            ...sent('statusUpdateSubmit', payload, 'StatusUpdateSubmitInput', { id, version }),
            email,
          );
      },
    },
    {
      name: 'a reviewer approves, with the roll-up',
      ask: async (hub, turn) => {
        await hub.ask('{ viewer { name } }', {}, REVIEWER);
        const [row] = await hub.rows(
          `select id, version from status_update where state = 'SUBMITTED' order by round_id, id offset ? limit 1`,
          [turn % 3],
        );
        const input = { id: globalId('StatusUpdate', row.id), version: row.version };
        return () =>
          hub.ask(
            ...sent('statusUpdateApprove', payload, 'StatusUpdateApproveInput', input),
            REVIEWER,
          );
      },
    },
    {
      name: 'somebody signs in',
      ask: async (hub, turn) => () =>
        hub.ask(
          ...sent('sessionStart', 'accessToken', 'SessionStartInput', {
            email: `school-${schoolOf(40 + turn, size)}@example.org`,
            password: 'a password for measuring',
          }),
        ),
    },
  ];
}
