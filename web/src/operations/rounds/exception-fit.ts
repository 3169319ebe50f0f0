import type { ParticipantsQuery } from '../../generated/graphql';

/** One institution in a round, as its page asks for it. */
export type Participant = NonNullable<
  Extract<
    NonNullable<ParticipantsQuery['node']>,
    { __typename?: 'ReportingRound' }
  >['participations']
>['nodes'][number];

export const EXCEPTION_ACTS = ['extendOne', 'reopenOne', 'excuseOne', 'takeBackOne'] as const;
export type ExceptionAct = (typeof EXCEPTION_ACTS)[number];

/** Why what is to be done does not fit an institution, before it is tried; null when it does. */
export function misfitOf(act: ExceptionAct, { phase, state, update, exception }: Participant) {
  switch (act) {
    case 'extendOne':
      return phase === 'CLOSED' ? 'closed-for-it' : null;
    case 'reopenOne':
      return phase === 'CLOSED' ? null : 'open-for-it';
    case 'excuseOne': {
      const stands = state === 'SUBMITTED' || state === 'APPROVED' || update?.revision != null;
      return stands ? 'owes-nothing' : null;
    }
    case 'takeBackOne':
      return exception ? null : 'no-exception';
  }
}
